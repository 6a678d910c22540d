import { TablePagination } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  PlainCard,
  useFormats,
  useElementWidth,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage, ObjectiveSort } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
import { PAGE_SIZE } from './ListQuery';
import { ObjectiveCards } from './ObjectiveCards';
import { ObjectiveTable } from './ObjectiveTable';
import styles from './ObjectiveRows.module.css';

/** @internal */
export interface ObjectiveRowsProps {
  page: ObjectivePage;
  /** 0 is the first page. */
  index: number;
  /** Shown until the answer to the newest question has come. */
  outdated: boolean;
  /** Newer values could not be read; it is tried again. */
  stale: boolean;
  sort: ObjectiveSort;
  onSort(sort: ObjectiveSort): void;
  onNext(cursor: string): void;
  onPrevious(): void;
}

/** Pixels below which a row becomes a card. */
const CARDS_BELOW = 640;
/** Pixels from which a row has room for all its columns. */
const WHOLE_FROM = 860;

/** A page of objectives: a table, or cards on narrow screens. */
export function ObjectiveRows(props: ObjectiveRowsProps) {
  const { page, index, outdated, stale, sort } = props;
  const { onSort, onNext, onPrevious } = props;
  const { items, totalItems, pageInfo } = page;
  const { nextCursor } = pageInfo;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);
  const first = index * PAGE_SIZE;

  return (
    <PlainCard flush>
      <div
        className={styles.rows}
        ref={ref}
        data-outdated={outdated || stale || undefined}
        aria-busy={outdated}
      >
        {width < CARDS_BELOW ? (
          <ObjectiveCards objectives={items} />
        ) : (
          <ObjectiveTable
            objectives={items}
            short={width < WHOLE_FROM}
            sort={sort}
            onSort={onSort}
          />
        )}
      </div>
      <div className={styles.pages}>
        <TablePagination
          pageSize={PAGE_SIZE}
          pageSizeOptions={[PAGE_SIZE]}
          showPageSizeOptions={false}
          offset={first}
          totalCount={totalItems}
          hasNextPage={nextCursor !== undefined}
          hasPreviousPage={index > 0}
          onNextPage={() => nextCursor && onNext(nextCursor)}
          onPreviousPage={onPrevious}
          getLabel={() =>
            t('page.range', {
              from: formats.count(first + 1),
              to: formats.count(first + items.length),
              total: formats.count(totalItems),
            })
          }
        />
      </div>
    </PlainCard>
  );
}

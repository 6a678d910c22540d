import {
  PagedRows,
  PlainCard,
  type ListPages,
} from '@plimsoll/plugin-plimsoll-react';
import type { ObjectivePage, ObjectiveSort } from '@plimsoll/plugin-slo-common';
import { PAGE_SIZE } from './ListQuery';
import { ObjectiveCards } from './ObjectiveCards';
import { ObjectiveTable } from './ObjectiveTable';

/** @internal */
export interface ObjectiveRowsProps {
  page: ObjectivePage;
  pages: ListPages;
  /** Shown until the answer to the newest question has come. */
  outdated: boolean;
  /** Newer values could not be read; it is tried again. */
  stale: boolean;
  sort: ObjectiveSort;
  onSort(sort: ObjectiveSort): void;
}

/** Pixels from which a row has room for all its columns. */
const WHOLE_FROM = 860;

/** A page of objectives: a table, or cards on narrow screens. */
export function ObjectiveRows(props: ObjectiveRowsProps) {
  const { page, pages, outdated, stale, sort, onSort } = props;
  return (
    <PlainCard flush>
      <PagedRows
        page={page}
        pages={pages}
        pageSize={PAGE_SIZE}
        outdated={outdated}
        stale={stale}
      >
        {({ narrow, width }) =>
          narrow ? (
            <ObjectiveCards objectives={page.items} />
          ) : (
            <ObjectiveTable
              objectives={page.items}
              short={width < WHOLE_FROM}
              sort={sort}
              onSort={onSort}
            />
          )
        }
      </PagedRows>
    </PlainCard>
  );
}

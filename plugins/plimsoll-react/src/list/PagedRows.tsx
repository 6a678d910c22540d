import '../theme/roles.css';
import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TablePagination } from '@backstage/ui';
import { useFormats } from '../format';
import { useElementWidth } from '../media';
import type { ListPages } from '../paging';
import { plimsollTranslationRef } from '../translation';
import styles from './PagedRows.module.css';

/** One page of a list, as the APIs give it. @public */
export interface RowPage {
  items: readonly unknown[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/** @public */
export interface PagedRowsProps {
  page: RowPage;
  /** From `useListPages`. */
  pages: ListPages;
  /** Rows that a full page has. */
  pageSize: number;
  /** The rows are of an earlier question; an answer is awaited. */
  outdated: boolean;
  /** Newer rows could not be read; it is tried again. */
  stale?: boolean;
  /**
   * Draws the rows.
   *
   * @param width - pixels that they have; below 640 a row becomes a card
   */
  children(space: { width: number; narrow: boolean }): ReactNode;
}

/** Pixels below which a row becomes a card. */
const CARDS_BELOW = 640;

/**
 * One page of a list in a flush `PlainCard`, with the way to the pages before
 * and after it.
 *
 * @public
 */
export function PagedRows(props: PagedRowsProps) {
  const { page, pages, pageSize, outdated, stale, children } = props;
  const { items, totalItems, pageInfo } = page;
  const { nextCursor } = pageInfo;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);
  const first = pages.index * pageSize;
  return (
    <>
      <div
        ref={ref}
        className={styles.rows}
        data-outdated={outdated || stale || undefined}
        aria-busy={outdated}
      >
        {children({ width, narrow: width < CARDS_BELOW })}
      </div>
      <div className={styles.pages}>
        <TablePagination
          pageSize={pageSize}
          pageSizeOptions={[pageSize]}
          showPageSizeOptions={false}
          offset={first}
          totalCount={totalItems}
          hasNextPage={nextCursor !== undefined}
          hasPreviousPage={pages.index > 0}
          onNextPage={() => nextCursor && pages.next(nextCursor)}
          onPreviousPage={pages.previous}
          getLabel={() =>
            t('list.range', {
              from: formats.count(first + 1),
              to: formats.count(first + items.length),
              total: formats.count(totalItems),
            })
          }
        />
      </div>
    </>
  );
}

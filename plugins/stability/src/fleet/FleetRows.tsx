import { TablePagination } from '@backstage/ui';
import {
  PlainCard,
  useElementWidth,
  type ListPages,
} from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStabilityPage } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { FleetCards } from './FleetCards';
import { PAGE_SIZE, type FleetQuery } from './FleetQuery';
import { FleetTable } from './FleetTable';
import styles from './FleetRows.module.css';

/** @internal */
export interface FleetRowsProps {
  page: ServiceStabilityPage;
  pages: ListPages;
  query: FleetQuery;
  /** Of an earlier question. */
  outdated: boolean;
  onChange(part: Partial<FleetQuery>): void;
}

/** Pixels below which a row becomes a card. */
const CARDS_BELOW = 640;

/** One page of the fleet, as a table or as cards. */
export function FleetRows(props: FleetRowsProps) {
  const { page, pages, query, outdated, onChange } = props;
  const { formats, t } = useVoice();
  const { ref, width } = useElementWidth<HTMLDivElement>(1024);
  const { items, totalItems, pageInfo } = page;
  const first = pages.index * PAGE_SIZE;
  return (
    <PlainCard flush label={t('fleet.title')}>
      <div
        ref={ref}
        className={styles.rows}
        data-outdated={outdated || undefined}
      >
        {width < CARDS_BELOW ? (
          <FleetCards services={items} />
        ) : (
          <FleetTable
            services={items}
            sort={query.sort}
            onSort={sort => onChange({ sort })}
          />
        )}
        <div className={styles.pages}>
          <TablePagination
            pageSize={PAGE_SIZE}
            pageSizeOptions={[PAGE_SIZE]}
            showPageSizeOptions={false}
            offset={first}
            totalCount={totalItems}
            hasNextPage={pageInfo.nextCursor !== undefined}
            hasPreviousPage={pages.index > 0}
            onNextPage={() =>
              pageInfo.nextCursor && pages.next(pageInfo.nextCursor)
            }
            onPreviousPage={pages.previous}
            getLabel={() =>
              t('fleet.range', {
                from: formats.count(first + 1),
                to: formats.count(first + items.length),
                total: formats.count(totalItems),
              })
            }
          />
        </div>
      </div>
    </PlainCard>
  );
}

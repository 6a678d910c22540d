import {
  PagedRows,
  PlainCard,
  type ListPages,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { CostServicePage } from '@plimsoll/plugin-cost-common';
import { FleetFilters } from './FleetFilters';
import { PAGE_SIZE, type FleetQuery } from './FleetQuery';
import { FleetState } from './FleetState';
import { ServiceCards } from './ServiceCards';
import { ServicesTable } from './ServicesTable';
import { useVoice } from '../words';

/** @internal */
export interface ServicesCardProps {
  query: FleetQuery;
  services: Polled<CostServicePage>;
  pages: ListPages;
  onChange(part: Partial<FleetQuery>): void;
}

/** All services, or what they are grouped by, with search, order and pages. */
export function ServicesCard(props: ServicesCardProps) {
  const { query, services, pages, onChange } = props;
  const { t } = useVoice();
  const { data, latest } = services;
  const filtered = query.q !== '';
  // What failed can be asked differently: the filters do not go with the rows.
  const bare = !latest || (latest.totalItems === 0 && !filtered);
  return (
    <>
      {!bare && <FleetFilters query={query} onChange={onChange} />}
      {data && data.items.length > 0 ? (
        <PlainCard flush label={t(`fleet.groupings.${query.groupBy}`)}>
          <PagedRows
            page={data}
            pages={pages}
            pageSize={PAGE_SIZE}
            outdated={services.outdated}
            stale={services.error !== undefined}
          >
            {({ narrow }) =>
              narrow ? (
                <ServiceCards page={data} />
              ) : (
                <ServicesTable
                  page={data}
                  query={query}
                  onSort={sort => onChange({ sort })}
                />
              )
            }
          </PagedRows>
        </PlainCard>
      ) : (
        <FleetState
          services={services}
          filtered={filtered}
          onClear={() => onChange({ q: '' })}
        />
      )}
    </>
  );
}

import {
  PageStack,
  PlainCard,
  RefreshNotice,
  PagedRows,
  useAddressQuery,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { useServices } from '../queries/useServices';
import { useVoice } from '../words';
import { FleetCards } from './FleetCards';
import { FleetFilters } from './FleetFilters';
import {
  fleetRequest,
  PAGE_SIZE,
  readFleetQuery,
  writeFleetQuery,
} from './FleetQuery';
import { FleetState } from './FleetState';
import { FleetTable } from './FleetTable';
import styles from './Fleet.module.css';

const ADDRESS = { read: readFleetQuery, write: writeFleetQuery };

/** Services by how safely they change. */
export function Fleet() {
  const { query, change } = useAddressQuery(ADDRESS);
  const { t } = useVoice();
  const pages = useListPages();
  const services = useServices(fleetRequest(query, pages.cursor));
  const { data, latest } = services;
  const filtered = query.q !== '';
  // What failed can be asked differently: the filters do not go with the rows.
  const bare = !latest || (latest.totalItems === 0 && !filtered);

  return (
    <PageStack>
      {!bare && (
        <FleetFilters
          query={query}
          demo={latest.items.some(({ demo }) => demo)}
          onChange={change}
        />
      )}
      {data && data.items.length > 0 ? (
        <PlainCard flush label={t('fleet.title')}>
          <PagedRows
            page={data}
            pages={pages}
            pageSize={PAGE_SIZE}
            outdated={services.outdated}
            stale={services.error !== undefined}
          >
            {({ narrow }) =>
              narrow ? (
                <FleetCards services={data.items} />
              ) : (
                <FleetTable
                  services={data.items}
                  sort={query.sort}
                  onSort={sort => change({ sort })}
                />
              )
            }
          </PagedRows>
        </PlainCard>
      ) : (
        <FleetState
          services={services}
          filtered={filtered}
          onClear={() => change({ q: '' })}
        />
      )}
      <RefreshNotice polled={services} />
      {data && data.items.length > 0 && (
        <p className={styles.ground}>{t('fleet.ground')}</p>
      )}
    </PageStack>
  );
}

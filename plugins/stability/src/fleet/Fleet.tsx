import { RefreshNotice, useListPages } from '@plimsoll/plugin-plimsoll-react';
import { useServices } from '../queries/useServices';
import { useVoice } from '../words';
import { FleetFilters } from './FleetFilters';
import { fleetRequest } from './FleetQuery';
import { FleetRows } from './FleetRows';
import { FleetState } from './FleetState';
import { useFleetQuery } from './useFleetQuery';
import styles from './Fleet.module.css';

/** Services by how safely they change. */
export function Fleet() {
  const { query, change } = useFleetQuery();
  const { t } = useVoice();
  const pages = useListPages();
  const services = useServices(fleetRequest(query, pages.cursor));
  const { data, latest } = services;
  const filtered = query.q !== '';
  // What failed can be asked differently: the filters do not go with the rows.
  const bare = !latest || (latest.totalItems === 0 && !filtered);

  return (
    <div className={styles.stack}>
      {!bare && (
        <FleetFilters
          query={query}
          demo={latest.items.some(({ demo }) => demo)}
          onChange={change}
        />
      )}
      {data && data.items.length > 0 ? (
        <FleetRows
          page={data}
          pages={pages}
          query={query}
          outdated={services.outdated}
          onChange={change}
        />
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
    </div>
  );
}

import {
  describeError,
  RefreshNotice,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { useObjectives } from '../queries/useObjectives';
import { SourceNotice } from '../notices';
import { ConflictNotice } from './ConflictNotice';
import { isFiltered, listRequest } from './ListQuery';
import { ListFooter } from './ListFooter';
import { ListState } from './ListState';
import { ObjectiveFilters } from './ObjectiveFilters';
import { ObjectiveRows } from './ObjectiveRows';
import { RefusalNotice } from './RefusalNotice';
import { StateCounts } from './StateCounts';
import { useListQuery } from './useListQuery';
import styles from './ObjectiveList.module.css';

/** Counts, filters and a page of objectives. */
export function ObjectiveList() {
  const { query, change } = useListQuery();
  const pages = useListPages();
  const objectives = useObjectives(listRequest(query, pages.cursor));
  const { data, latest } = objectives;
  const filtered = isFiltered(query);
  // What failed can be asked differently: the filters do not go with the rows.
  const shown = data ?? (mayAskAgain(objectives.error) ? latest : undefined);
  const bare = !shown || (shown.totalItems === 0 && !filtered);

  return (
    <div className={styles.list}>
      {data && <SourceNotice sources={data.sources} />}
      {!bare && (
        <StateCounts
          counts={data?.stateCounts}
          selected={query.states}
          onSelect={states => change({ states })}
          demo={shown.sources.some(({ demo }) => demo)}
        />
      )}
      {data && <RefusalNotice page={data} />}
      {data && <ConflictNotice page={data} />}
      {!bare && (
        <ObjectiveFilters
          query={query}
          facets={shown.facets}
          onChange={change}
        />
      )}
      <ListState objectives={objectives} filtered={filtered} onChange={change}>
        {page => (
          <ObjectiveRows
            page={page}
            index={pages.index}
            outdated={objectives.outdated}
            stale={objectives.error !== undefined}
            sort={query.sort}
            onSort={sort => change({ sort })}
            onNext={pages.next}
            onPrevious={pages.previous}
          />
        )}
      </ListState>
      <RefreshNotice polled={objectives} />
      {data && data.items.length > 0 && <ListFooter objectives={data.items} />}
    </div>
  );
}

function mayAskAgain(error: unknown): boolean {
  return error !== undefined && describeError(error).kind !== 'no-permission';
}

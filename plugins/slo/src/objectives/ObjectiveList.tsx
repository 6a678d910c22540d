import { useObjectives } from '../queries/useObjectives';
import { RefreshNotice, SourceNotice } from '../notices';
import { ConflictNotice } from './ConflictNotice';
import { isFiltered, listRequest } from './ListQuery';
import { ListFooter } from './ListFooter';
import { ListState } from './ListState';
import { ObjectiveFilters } from './ObjectiveFilters';
import { ObjectiveRows } from './ObjectiveRows';
import { StateCounts } from './StateCounts';
import { useListPages } from './useListPages';
import { useListQuery } from './useListQuery';
import styles from './ObjectiveList.module.css';

/** Counts, filters and a page of objectives. */
export function ObjectiveList() {
  const { query, change } = useListQuery();
  const pages = useListPages(JSON.stringify(query));
  const objectives = useObjectives(listRequest(query, pages.cursor));
  const { data } = objectives;
  const filtered = isFiltered(query);
  const bare = !data || (data.totalItems === 0 && !filtered);

  return (
    <div className={styles.list}>
      {data && <SourceNotice sources={data.sources} />}
      {data && !bare && (
        <StateCounts
          counts={data.stateCounts}
          selected={query.states}
          onSelect={states => change({ states })}
          demo={data.sources.some(({ demo }) => demo)}
        />
      )}
      {data && <ConflictNotice conflicts={data.conflicts} />}
      {data && !bare && (
        <ObjectiveFilters
          query={query}
          facets={data.facets}
          onChange={change}
        />
      )}
      <ListState objectives={objectives} filtered={filtered} onChange={change}>
        {page => (
          <ObjectiveRows
            page={page}
            index={pages.index}
            outdated={objectives.outdated}
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

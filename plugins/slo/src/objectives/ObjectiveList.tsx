import {
  describeError,
  PageStack,
  RefreshNotice,
  useAddressQuery,
  useListPages,
} from '@plimsoll/plugin-plimsoll-react';
import { useObjectives } from '../queries/useObjectives';
import { SourceNotice } from '../notices';
import { TryDocument } from '../simulate';
import { ConflictNotice } from './ConflictNotice';
import { ExistingRulesNotice } from './ExistingRulesNotice';
import {
  isFiltered,
  listRequest,
  readListQuery,
  writeListQuery,
} from './ListQuery';
import { ListFooter } from './ListFooter';
import { ListState } from './ListState';
import { ObjectiveFilters } from './ObjectiveFilters';
import { ObjectiveRows } from './ObjectiveRows';
import { RefusalNotice } from './RefusalNotice';
import { StateCounts } from './StateCounts';

const ADDRESS = { read: readListQuery, write: writeListQuery };

/** Counts, filters and a page of objectives. */
export function ObjectiveList() {
  const { query, change } = useAddressQuery(ADDRESS);
  const pages = useListPages();
  const objectives = useObjectives(listRequest(query, pages.cursor));
  const { data, latest } = objectives;
  const filtered = isFiltered(query);
  // What failed can be asked differently: the filters do not go with the rows.
  const shown = data ?? (mayAskAgain(objectives.error) ? latest : undefined);
  const bare = !shown || (shown.totalItems === 0 && !filtered);

  return (
    <PageStack>
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
      {data && <ExistingRulesNotice page={data} />}
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
            pages={pages}
            outdated={objectives.outdated}
            stale={objectives.error !== undefined}
            sort={query.sort}
            onSort={sort => change({ sort })}
          />
        )}
      </ListState>
      <RefreshNotice polled={objectives} />
      {data && data.items.length > 0 && <ListFooter objectives={data.items} />}
      <TryDocument />
    </PageStack>
  );
}

function mayAskAgain(error: unknown): boolean {
  return error !== undefined && describeError(error).kind !== 'no-permission';
}

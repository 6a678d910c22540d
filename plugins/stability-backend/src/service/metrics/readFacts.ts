import { InputError } from '@backstage/errors';
import type { Pace } from '@plimsoll/plugin-database';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';
import type { Knex } from 'knex';

/** Facts that one answer is counted from, at most. */
const MAX_FACTS = 50_000;
/** Facts per statement: far below the parameter limits of both databases. */
const PAGE = 250;

/** What the metrics of a window are counted from. */
export interface WindowFacts {
  deployments: Deployment[];
  incidents: Incident[];
}

/** Tables of facts. */
type FactTable = 'stability_deployment' | 'stability_incident';

/**
 * The deployments and incidents that touch a window, of all services that an
 * entity stands for and the caller may see, with the deployments that those
 * answer or are answered by.
 *
 * @param options.from - Unix milliseconds, inclusive
 * @param options.to - Unix milliseconds, exclusive
 * @param options.pace - lets others have the thread between pages
 * @throws InputError when there are too many to be counted on the spot
 */
export async function readFacts(options: {
  client: Knex;
  scope: ServiceScope;
  entity: AskedEntity;
  from: number;
  to: number;
  pace: Pace;
}): Promise<WindowFacts> {
  const { client, from, to, pace } = options;
  const visible = (table: FactTable) => {
    const query = client(table).where('started_at', '<', to);
    const column = `${table}.entity_ref`;
    applyMembers(query, { ...options, column });
    applyServiceScope(query, { ...options, column });
    return query.limit(MAX_FACTS + 1);
  };
  const [deploymentIds, incidentIds]: string[][] = await Promise.all([
    visible('stability_deployment')
      .whereRaw('coalesce(finished_at, started_at) >= ?', [from])
      .pluck('id'),
    visible('stability_incident')
      .andWhere(open =>
        open.whereNull('resolved_at').orWhere('resolved_at', '>=', from),
      )
      .pluck('id'),
  ]);
  if (Math.max(deploymentIds.length, incidentIds.length) > MAX_FACTS) {
    throw new InputError(
      `More than ${MAX_FACTS} deployments or incidents lie in this window; ask for a shorter one, or for fewer services`,
    );
  }
  const inWindow = await readContents<Deployment>({
    client,
    table: 'stability_deployment',
    ids: deploymentIds,
    pace,
  });
  const linked = await readContents<Deployment>({
    client,
    table: 'stability_deployment',
    // they are of the same services, which the caller may see
    ids: linkedIds(inWindow),
    pace,
  });
  return {
    deployments: [...inWindow, ...linked],
    incidents: await readContents<Incident>({
      client,
      table: 'stability_incident',
      ids: incidentIds,
      pace,
    }),
  };
}

/** What the deployments of a window answer or are answered by. */
function linkedIds(deployments: readonly Deployment[]): string[] {
  const known = new Set(deployments.map(({ id }) => id));
  const wanted = new Set(
    deployments
      .flatMap(({ remediates, remediatedBy }) => [remediates, remediatedBy])
      .filter((id): id is string => id !== undefined && !known.has(id)),
  );
  return [...wanted];
}

/**
 * Facts, page by page. Pages of known ids, since a cursor within the window's
 * conditions would have each page find and sort all that the window holds.
 */
async function readContents<TFact>(options: {
  client: Knex;
  table: FactTable;
  ids: readonly string[];
  pace: Pace;
}): Promise<TFact[]> {
  const { client, table, ids, pace } = options;
  const facts: TFact[] = [];
  for (let start = 0; start < ids.length; start += PAGE) {
    const rows: Array<{ content: string }> = await client(table)
      .select('content')
      .whereIn('id', ids.slice(start, start + PAGE));
    await pace.rest();
    for (const { content } of rows) {
      facts.push(JSON.parse(content));
    }
    await pace.rest();
  }
  return facts;
}

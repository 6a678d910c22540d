import { InputError } from '@backstage/errors';
import type { Deployment, Incident } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import {
  applyMembers,
  applyServiceScope,
  type AskedEntity,
  type ServiceScope,
} from '@plimsoll/service-index';

/** Facts that one answer is counted from, at most. */
const MAX_FACTS = 50_000;
/** Ids per statement: far below the parameter limits of both databases. */
const CHUNK = 400;

/** What the metrics of a window are counted from. */
export interface WindowFacts {
  deployments: Deployment[];
  incidents: Incident[];
}

/**
 * The deployments and incidents that touch a window, of all services that an
 * entity stands for and the caller may see, with the deployments that those
 * answer or are answered by.
 *
 * @param options.from - Unix milliseconds, inclusive
 * @param options.to - Unix milliseconds, exclusive
 * @throws InputError when there are too many to be counted on the spot
 */
export async function readFacts(options: {
  client: Knex;
  scope: ServiceScope;
  entity: AskedEntity;
  from: number;
  to: number;
}): Promise<WindowFacts> {
  const { client, from, to } = options;
  const visible = (table: string) => {
    const query = client(table).where('started_at', '<', to);
    const column = `${table}.entity_ref`;
    applyMembers(query, { ...options, column });
    applyServiceScope(query, { ...options, column });
    return query.select('content').limit(MAX_FACTS + 1);
  };
  const [deployments, incidents] = await Promise.all([
    visible('stability_deployment').whereRaw(
      'coalesce(finished_at, started_at) >= ?',
      [from],
    ),
    visible('stability_incident').andWhere(open =>
      open.whereNull('resolved_at').orWhere('resolved_at', '>=', from),
    ),
  ]);
  if (Math.max(deployments.length, incidents.length) > MAX_FACTS) {
    throw new InputError(
      `More than ${MAX_FACTS} deployments or incidents lie in this window; ask for a shorter one, or for fewer services`,
    );
  }
  const inWindow = deployments.map(parse<Deployment>);
  return {
    deployments: [...inWindow, ...(await readLinked(client, inWindow))],
    incidents: incidents.map(parse<Incident>),
  };
}

/** What the deployments of a window answer or are answered by. */
async function readLinked(
  client: Knex,
  deployments: Deployment[],
): Promise<Deployment[]> {
  const known = new Set(deployments.map(({ id }) => id));
  const wanted = new Set(
    deployments
      .flatMap(({ remediates, remediatedBy }) => [remediates, remediatedBy])
      .filter((id): id is string => id !== undefined && !known.has(id)),
  );
  const ids = [...wanted];
  const linked: Deployment[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    // they are of the same services, which the caller may see
    const rows = await client('stability_deployment')
      .select('content')
      .whereIn('id', ids.slice(start, start + CHUNK));
    linked.push(...rows.map(parse<Deployment>));
  }
  return linked;
}

function parse<T>(row: { content: string }): T {
  return JSON.parse(row.content);
}

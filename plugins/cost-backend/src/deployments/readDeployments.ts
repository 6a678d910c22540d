import type { CostedDeployment } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Deployments that one answer looks at, the latest ones. */
const MOST = 200;
/** Refs per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/**
 * Deployments of services that went live, oldest first.
 *
 * @param options.from - first day
 */
export async function readDeployments(options: {
  client: Knex;
  entityRefs: readonly string[];
  from: string;
  /** Exclusive. */
  to: string;
}): Promise<CostedDeployment[]> {
  const { client, entityRefs, from, to } = options;
  const found: CostedDeployment[] = [];
  for (let start = 0; start < entityRefs.length; start += CHUNK) {
    const rows: Array<{
      id: string;
      version: string | null;
      finished_at: string | number;
    }> = await client('cost_deployment')
      .whereIn('entity_ref', entityRefs.slice(start, start + CHUNK))
      .where('live', true)
      .where('finished_at', '>=', Date.parse(`${from}T00:00:00Z`))
      .where('finished_at', '<', Date.parse(`${to}T00:00:00Z`))
      .orderBy([{ column: 'finished_at', order: 'desc' }, { column: 'id' }])
      .limit(MOST)
      .select('id', 'version', 'finished_at');
    for (const row of rows) {
      found.push({
        id: row.id,
        ...(row.version !== null && { version: row.version }),
        finishedAt: new Date(Number(row.finished_at)).toISOString(),
      });
    }
  }
  return found
    .sort((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1))
    .slice(-MOST);
}

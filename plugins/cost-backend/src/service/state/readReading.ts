import type { CostProof } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { goneSources } from './readRestated';

/**
 * What is being read for the first time, and until then makes figures too small
 * or puts them on no service: deliveries that are listed and were never looked
 * at, and the past of clusters. One that cannot be read is not being read.
 */
export async function readReading(client: Knex): Promise<CostProof['reading']> {
  const rows: Array<{ state: string; number: string | number }> = await client(
    'cost_delivery',
  )
    .whereNotIn('source', goneSources(client))
    .groupBy('state')
    .select('state', client.raw('count(*) as number'));
  const clusters: string[] = await client('cost_source')
    .where('kind', 'cluster')
    .whereNull('caught_up_at')
    .whereNull('error')
    .orderBy('name')
    .pluck('name');
  const countOf = (isCounted: (state: string) => boolean) =>
    rows.reduce(
      (sum, row) => sum + (isCounted(row.state) ? Number(row.number) : 0),
      0,
    );
  const unread = countOf(state => state === 'reading');
  const of = countOf(() => true);
  return unread > 0 || clusters.length > 0
    ? { read: of - unread, of, ...(clusters.length > 0 && { clusters }) }
    : undefined;
}

import type { DataQuality } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';

/** Bills of sources that app-config no longer names: kept, and not counted. */
export async function readAside(
  client: Knex,
): Promise<DataQuality['deliveries']> {
  const rows: Array<{ source: string; lines: string | number }> = await client(
    'cost_line_aside',
  )
    .groupBy('source')
    .orderBy('source')
    .select('source', client.raw('count(*) as lines'));
  return rows.map(({ source, lines }) => {
    const message =
      `cost.sources.${source} is gone from app-config, so what it delivered is no part of the bill. ` +
      `Nothing is lost: name the source again to count it`;
    return {
      source,
      delivery: source,
      state: 'read',
      message,
      faults: [
        {
          rule: 'source-gone',
          severity: 'warning',
          message,
          count: Number(lines),
        },
      ],
    };
  });
}

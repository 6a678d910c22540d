import type { Bucket, LedgerRange } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { whereIdIn } from '../database/whereIdIn';

interface DayRow {
  objective_id: number;
  start: number | string;
  end: number | string;
  bad: number;
  total: number;
  covered_seconds: number | string;
}

/**
 * Whole pages as buckets of about a day, in order, without unpacking any cell:
 * fine enough for lines of a month. Each objective has its own range.
 */
export async function ledgerDays(options: {
  client: Knex;
  ranges: Map<number, LedgerRange>;
}): Promise<Map<number, Bucket[]>> {
  const { client, ranges } = options;
  const days = new Map<number, Bucket[]>();
  if (ranges.size === 0) {
    return days;
  }
  const bounds = [...ranges.values()];
  const rows: DayRow[] = await client('slo_ledger')
    .select('objective_id', 'start', 'end', 'bad', 'total', 'covered_seconds')
    .modify(whereIdIn, 'objective_id', [...ranges.keys()])
    .andWhere('start', '<', Math.max(...bounds.map(({ to }) => to)))
    .andWhere('start', '>=', Math.min(...bounds.map(({ from }) => from)))
    .orderBy(['objective_id', 'start']);
  for (const row of rows) {
    const start = Number(row.start);
    const range = ranges.get(row.objective_id);
    if (range && start >= range.from && start < range.to) {
      const buckets = days.get(row.objective_id) ?? [];
      buckets.push({
        start,
        seconds: Number(row.end) - start,
        bad: row.bad,
        total: row.total,
        coveredSeconds: Number(row.covered_seconds),
      });
      days.set(row.objective_id, buckets);
    }
  }
  return days;
}

import { BUCKET_SECONDS } from '@plimsoll/plugin-slo-common';
import type { SloDatabase } from '../../../database/SloDatabase';
import { LedgerPage, type LedgerPageRow } from '../../../ledger/LedgerPage';
import { truth } from './TruthSource';

/** How the ledger compares with what really happened, in buckets. */
export interface LedgerVerdict {
  /** That were looked at, over all objectives. */
  buckets: number;
  missing: number;
  /** More events than happened. */
  countedTwice: number;
  /** Other numbers than the last answer of the source. */
  outdated: number;
  /** Pages whose sums are not those of their cells. */
  wrongSums: number;
}

/**
 * Compares every finished bucket of every objective with the truth.
 *
 * @param options.from - Unix seconds, a multiple of 300
 * @param options.to - Unix seconds; samples before it are no longer late
 */
export async function judgeLedger(options: {
  database: SloDatabase;
  from: number;
  to: number;
}): Promise<LedgerVerdict> {
  const { database, from, to } = options;
  const verdict = {
    buckets: 0,
    missing: 0,
    countedTwice: 0,
    outdated: 0,
    wrongSums: 0,
  };
  const objectives: Array<{ id: number; ref: string }> = await database
    .client('slo_objective')
    .select('id', 'ref');
  for (const objective of objectives) {
    const rows: LedgerPageRow[] = await database
      .client('slo_ledger')
      .where('objective_id', objective.id);
    const cells = new Map<number, { bad: number; total: number }>();
    for (const row of rows) {
      const page = LedgerPage.fromRow(row);
      const { bad, total } = page.toRow();
      if (row.bad !== bad || row.total !== total) {
        verdict.wrongSums += 1;
      }
      for (const bucket of page.buckets({ from, to })) {
        cells.set(bucket.start, bucket);
      }
    }
    for (let start = from; start < to; start += BUCKET_SECONDS) {
      const cell = cells.get(start);
      const { bad, total } = truth(start, objective);
      verdict.buckets += 1;
      if (!cell) {
        verdict.missing += 1;
      } else if (cell.total > total || cell.bad > bad) {
        verdict.countedTwice += 1;
      } else if (cell.total !== total || cell.bad !== bad) {
        verdict.outdated += 1;
      }
    }
  }
  return verdict;
}

import {
  LEFT_OUT_REASONS,
  type LeftOutReason,
  toRollupSum,
  type SloRollup,
  sortSums,
} from '@plimsoll/plugin-slo-common';
import { type RolledUp, rolledUpObjectives } from './rolledUpObjectives';

interface SumRow {
  sum_key: string | null;
  left_out: LeftOutReason | null;
  objectives: number | string;
  services: number | string;
  /** Null where nothing is added. */
  bad: number | null;
  total: number | null;
  coverage: number | null;
  /** How many objectives are corrected. */
  corrected: number | string;
  /** Of all that was measured. */
  raw_bad: number | null;
  raw_total: number | null;
}

/**
 * Adds up what may be added, in the database: what each objective gives was
 * written with its status, see `rollupPart`. One that has not been evaluated
 * since has given nothing yet.
 */
export async function readSums(
  options: RolledUp,
): Promise<Pick<SloRollup, 'sums' | 'leftOut'>> {
  const { client } = options;
  const rows: SumRow[] = await rolledUpObjectives(options)
    .select('s.sum_key', 's.left_out')
    .count('* as objectives')
    .countDistinct('o.entity_ref as services')
    .count({ corrected: 's.raw_bad' })
    .sum({
      bad: 's.bad',
      total: 's.total',
      raw_bad: client.raw('coalesce(s.raw_bad, s.bad)'),
      raw_total: client.raw('coalesce(s.raw_total, s.total)'),
    })
    .min({ coverage: 's.coverage' })
    .groupBy('s.sum_key', 's.left_out');

  const left = new Map<LeftOutReason, number>();
  for (const { sum_key: key, left_out: reason, objectives } of rows) {
    if (key === null) {
      const why = reason ?? 'not-measured';
      left.set(why, (left.get(why) ?? 0) + Number(objectives));
    }
  }
  return {
    sums: sortSums(rows.flatMap(toSum)),
    leftOut: LEFT_OUT_REASONS.flatMap(reason => {
      const objectives = left.get(reason);
      return objectives === undefined ? [] : [{ reason, objectives }];
    }),
  };
}

function toSum(row: SumRow) {
  const corrected = Number(row.corrected);
  return row.sum_key === null
    ? []
    : [
        toRollupSum({
          sumKey: row.sum_key,
          objectives: Number(row.objectives),
          services: Number(row.services),
          bad: Number(row.bad),
          total: Number(row.total),
          coverage: Number(row.coverage),
          ...(corrected > 0 && {
            corrected: {
              objectives: corrected,
              bad: Number(row.raw_bad),
              total: Number(row.raw_total),
            },
          }),
        }),
      ];
}

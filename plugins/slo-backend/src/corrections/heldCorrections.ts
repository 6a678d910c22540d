import {
  type LedgerRange,
  type SloCorrection,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { type CorrectionRow, toCorrection } from './CorrectionRow';
import { whereConcerned } from './whereConcerned';

/** The corrections of one objective that hold, oldest stretch first. */
export async function heldCorrections(options: {
  client: Knex;
  objectiveId: number;
}): Promise<SloCorrection[]> {
  const { client, objectiveId } = options;
  const rows: CorrectionRow[] = await whereConcerned({
    client,
    query: client('slo_objective as o').join(
      'slo_correction as c',
      'c.entity_ref',
      'o.entity_ref',
    ),
  })
    .where('o.id', objectiveId)
    .whereNull('c.undone_at')
    .select('c.*')
    .orderBy(['c.from_at', 'c.id']);
  return rows.map(toCorrection);
}

/** The stretch of a correction, in Unix seconds. */
export function stretchOf({ from, to }: SloCorrection): LedgerRange {
  return { from: unixSeconds(from), to: unixSeconds(to) };
}

/** The corrections that reach into a range. */
export function reachingInto(
  corrections: readonly SloCorrection[],
  range: LedgerRange,
): SloCorrection[] {
  return corrections.filter(correction => {
    const { from, to } = stretchOf(correction);
    return from < range.to && to > range.from;
  });
}

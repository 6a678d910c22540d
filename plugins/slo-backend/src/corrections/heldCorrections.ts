import {
  type LedgerRange,
  type SloCorrection,
  sliceSecondsOf,
  unixSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import { type CorrectionRow, toCorrection } from './CorrectionRow';
import { whereConcerned } from './whereConcerned';

/** The corrections of one objective that hold, oldest stretch first. */
export async function heldCorrections(options: {
  client: Knex;
  objectiveId: number;
  definition: Pick<KnownDefinition, 'budgeting'>;
}): Promise<SloCorrection[]> {
  const { client, objectiveId, definition } = options;
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
  const sliceSeconds = sliceSecondsOf(definition.budgeting);
  return rows.map(row => toCorrection(row, sliceSeconds));
}

/** What a correction takes out of the objective asked about, Unix seconds. */
export function stretchOf(correction: SloCorrection): LedgerRange {
  const { from, to } = correction.excludes ?? correction;
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

import type { LedgerRange } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { whereIdIn } from '../database/whereIdIn';
import type { KnownDefinition } from '../objectives/CatalogObjective';
import type { CorrectionRow } from './CorrectionRow';
import { type Exclusions, exclusionsOf } from './Exclusions';
import { whereConcerned } from './whereConcerned';

interface ConcernedRow extends Pick<CorrectionRow, 'from_at' | 'to_at'> {
  objective_id: number;
}

/**
 * What corrections take out of some ledgers, by objective, in one statement;
 * objectives without any, nearly all, are left out.
 *
 * @param options.now - Unix seconds
 */
export async function loadExclusions(options: {
  client: Knex;
  objectives: Array<{
    id: number;
    definition: Pick<KnownDefinition, 'window' | 'budgeting'>;
  }>;
  now: number;
}): Promise<Map<number, Exclusions>> {
  const { client, objectives, now } = options;
  const rows: ConcernedRow[] = await whereConcerned({
    client,
    query: client('slo_objective as o').join(
      'slo_correction as c',
      'c.entity_ref',
      'o.entity_ref',
    ),
  })
    .modify(
      whereIdIn,
      'o.id',
      objectives.map(({ id }) => id),
    )
    .whereNull('c.undone_at')
    .select({ objective_id: 'o.id' }, 'c.from_at', 'c.to_at')
    .orderBy('c.id');
  const found = new Map<number, LedgerRange[]>();
  for (const row of rows) {
    const ranges = found.get(row.objective_id) ?? [];
    ranges.push({ from: Number(row.from_at), to: Number(row.to_at) });
    found.set(row.objective_id, ranges);
  }
  return new Map(
    objectives.flatMap(({ id, definition }) => {
      const corrections = found.get(id);
      return corrections
        ? [[id, exclusionsOf({ corrections, definition, now })] as const]
        : [];
    }),
  );
}

import type { Fault, ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { measuredHash } from '../../ledger/measuredHash';
import type { SloDatabase } from '../SloDatabase';

/** A definition for tests; everything may be overridden. */
export function objectiveDefinition(
  overrides: Partial<ObjectiveDefinition> = {},
): ObjectiveDefinition {
  const number = overrides.ref?.match(/\d+$/)?.[0] ?? '';
  return {
    ref: 'slo:default/checkout-availability',
    objective: 'requests-served',
    entityRef: `component:default/checkout${number}`,
    displayName: 'Requests served',
    target: 0.999,
    targetText: '99.9',
    window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
    budgeting: { method: 'occurrences' },
    unit: 'events',
    indicator: {
      kind: 'ratio',
      counter: true,
      bad: { spec: { query: 'bad' } },
      total: { spec: { query: 'total' } },
    },
    source: 'prometheus',
    ...overrides,
  };
}

/**
 * Writes objectives as the catalog sync would.
 *
 * @param options.ready - their ledgers belong to the definitions already, and
 * history was asked for
 * @returns their ids, in order
 */
export async function insertObjectives(options: {
  database: SloDatabase;
  definitions: ObjectiveDefinition[];
  /** Unix seconds of the next evaluation, 0 by default. */
  dueAt?: number;
  ready?: boolean;
  faults?: Fault[];
}): Promise<number[]> {
  const { database, definitions, dueAt = 0, ready, faults = [] } = options;
  const ids: number[] = [];
  for (const definition of definitions) {
    const hash = measuredHash(definition);
    const [row] = await database
      .client('slo_objective')
      .insert({
        ref: definition.ref,
        objective: definition.objective,
        entity_ref: definition.entityRef,
        display_name: definition.displayName,
        search_text: definition.displayName.toLowerCase(),
        sort_name: definition.displayName.toLowerCase(),
        content_hash: hash,
        changed_at: 0,
        indicator_kind: definition.indicator.kind,
        source: definition.source,
        definition: JSON.stringify(definition),
        document: '{}',
        faults: JSON.stringify(faults),
        definition_hash: hash,
        due_at: dueAt,
        ledger_hash: ready ? hash : null,
        backfilled_from: ready ? 0 : null,
      })
      .returning('id');
    ids.push(row.id);
  }
  return ids;
}

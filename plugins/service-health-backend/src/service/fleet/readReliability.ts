import type { FleetStrip } from '@plimsoll/plugin-service-health-common';
import { type SloState, SLO_STATES } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { type FleetView, visibleRows } from './FleetView';

/** States in which an objective has no number that could be relied on. */
const WITHOUT_NUMBER: readonly SloState[] = [
  'unknown',
  'no-data',
  'insufficient',
  'warming-up',
];

/** Visible services by the state of their worst objective. */
export async function readReliability(options: {
  context: { client: Knex };
  view: FleetView;
}): Promise<NonNullable<FleetStrip['reliability']>> {
  const { context, view } = options;
  const { client } = context;
  const state = view.columns.sql('reliability', 'slo_state', 'text');
  const rows: Array<{ state: string | null; number: number | string }> =
    await visibleRows({ client, view })
      .select({ state: client.raw(state) })
      .count({ number: '*' })
      .groupByRaw(state);
  const counts = new Map(rows.map(row => [row.state, Number(row.number)]));
  const states = Object.fromEntries(
    SLO_STATES.map(name => [name, counts.get(name) ?? 0]),
  ) as Record<SloState, number>;
  return {
    states,
    burning: states.burning,
    exhausted: states.exhausted,
    withoutNumber: WITHOUT_NUMBER.reduce((sum, name) => sum + states[name], 0),
    withoutObjective: counts.get('no-objective') ?? 0,
  };
}

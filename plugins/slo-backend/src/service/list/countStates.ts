import { SLO_STATES, type SloState } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { applyObjectiveFilter, type ObjectiveFilter } from './ObjectiveFilter';

/** How many of the visible objectives are in each state. */
export async function countStates(options: {
  visible: Knex.QueryBuilder;
  filter: ObjectiveFilter;
}): Promise<Record<SloState, number>> {
  const { visible, filter } = options;
  applyObjectiveFilter(visible, filter);
  const rows: Array<{ state: SloState; number: number | string }> =
    await visible.select('s.state').count('* as number').groupBy('s.state');
  const counts = new Map(rows.map(row => [row.state, Number(row.number)]));
  return Object.fromEntries(
    SLO_STATES.map(state => [state, counts.get(state) ?? 0]),
  ) as Record<SloState, number>;
}

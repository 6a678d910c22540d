import { SLO_STATES, type SloState } from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { applyObjectiveFilter, type ObjectiveFilter } from './ObjectiveFilter';

/**
 * How many of the visible objectives are in each state, as a value for a
 * statement that reads more; {@link readStateCounts} reads it.
 */
export function selectStateCounts(options: {
  client: Knex;
  visible: Knex.QueryBuilder;
  filter: ObjectiveFilter;
}): Knex.QueryBuilder {
  const { client, visible, filter } = options;
  applyObjectiveFilter(visible, filter);
  const counts = visible
    .select('s.state')
    .count('* as number')
    .groupBy('s.state');
  return client
    .from(counts.as('c'))
    .select(client.raw(`string_agg(c.state || ' ' || c.number, ',')`));
}

/** What {@link selectStateCounts} selected; null where there is nothing. */
export function readStateCounts(text: string | null): Record<SloState, number> {
  const counts = new Map(
    text?.split(',').map(count => {
      const [state, number] = count.split(' ');
      return [state, Number(number)];
    }),
  );
  return Object.fromEntries(
    SLO_STATES.map(state => [state, counts.get(state) ?? 0]),
  ) as Record<SloState, number>;
}

import {
  isoInstant,
  type ObjectiveRollup,
  SLO_STATES,
  type SloState,
  worstState,
} from '@plimsoll/plugin-slo-common';
import { type RolledUp, rolledUpObjectives } from './rolledUpObjectives';

interface StateRow {
  state: SloState;
  number: number | string;
  /** Null where no budget is known. */
  least: number | null;
  /** Unix seconds; null before the first evaluation. */
  evaluated_at: number | string | null;
}

/** States that know what is left; in others it may be spent or mean nothing. */
const KNOWN: readonly SloState[] = ['exhausted', 'burning', 'no-traffic', 'ok'];

/** How many objectives are in each state, how bad it is, and how old that is. */
export async function countObjectives(
  options: RolledUp,
): Promise<
  Pick<
    ObjectiveRollup,
    | 'objectives'
    | 'stateCounts'
    | 'worstState'
    | 'leastRemaining'
    | 'evaluatedAt'
  >
> {
  const rows: StateRow[] = await rolledUpObjectives(options)
    .select('s.state')
    .count('* as number')
    .min({ least: 's.remaining', evaluated_at: 's.evaluated_at' })
    .groupBy('s.state');

  const counts = new Map(rows.map(row => [row.state, Number(row.number)]));
  const stateCounts = Object.fromEntries(
    SLO_STATES.map(state => [state, counts.get(state) ?? 0]),
  ) as Record<SloState, number>;
  const known = rows.filter(({ state }) => KNOWN.includes(state));
  const evaluated = smallest(rows.map(row => row.evaluated_at));
  return {
    objectives: [...counts.values()].reduce((sum, count) => sum + count, 0),
    stateCounts,
    worstState: worstState(stateCounts),
    leastRemaining: smallest(known.map(({ least }) => least)),
    evaluatedAt: evaluated === undefined ? undefined : isoInstant(evaluated),
  };
}

function smallest(values: Array<number | string | null>): number | undefined {
  const known = values.filter(value => value !== null).map(Number);
  return known.length === 0 ? undefined : Math.min(...known);
}

import { sliceSecondsOf } from '../objective/Budgeting';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { isMostlyUnmeasured, isWarmingUp } from '../state/warmUp';
import type { ObjectiveStatus } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';
import { unixSeconds } from '../window/isoInstant';
import type { LeftOutReason, RollupUnit, SumKey, SumWindow } from './RollupSum';

/** What one objective gives to a sum, or why it gives nothing. @public */
export type RollupPart =
  | {
      /** Text of a {@link SumKey}; equal texts may be added. */
      sumKey: string;
      bad: number;
      total: number;
      /** Share of the window that was measured, 0..1. */
      coverage: number;
      /** The two of all that was measured, where corrections take time out. */
      raw?: { bad: number; total: number };
    }
  | { leftOut: LeftOutReason };

/** Of an objective as much as decides where it is added. @public */
export interface RollupPartOptions {
  definition: Pick<ObjectiveDefinition, 'unit' | 'window' | 'budgeting'> & {
    indicator?: Pick<ObjectiveDefinition['indicator'], 'kind'>;
  };
  status: Pick<
    ObjectiveStatus,
    'state' | 'budget' | 'coverage' | 'corrections' | 'windowFrom' | 'windowTo'
  > & {
    /** Start of the first bucket that was ever measured, Unix seconds. */
    measuredFrom?: number;
  };
  /** When the status was evaluated, Unix seconds. */
  at: number;
}

/** Sums of fractions may differ by so much and mean the same. */
const ROUNDING = 1e-9;

/** States whose numbers are not of the window that is shown. */
const NOT_ADDED: Partial<Record<SloState, LeftOutReason>> = {
  unknown: 'stale',
  'no-data': 'not-measured',
  'warming-up': 'warming-up',
};

/**
 * Where an objective's bad and total units may be added: with those of the same
 * unit over the same window. Weighting by volume is how the Google SRE Workbook
 * (chapter 2) joins the indicators of several components; it holds only for
 * what is counted alike over the same time.
 *
 * @public
 */
export function rollupPart(options: RollupPartOptions): RollupPart {
  const { definition, status } = options;
  const leftOut = NOT_ADDED[status.state];
  if (leftOut) {
    return { leftOut };
  }
  const { bad, total } = status.budget;
  const window = sumWindow(options);
  if (bad === undefined || total === undefined || !window) {
    return { leftOut: 'not-measured' };
  }
  if (isOfPart(options)) {
    return { leftOut: 'warming-up' };
  }
  if (bad < 0 || bad > total * (1 + ROUNDING)) {
    return { leftOut: 'out-of-step' };
  }
  const { budgeting } = definition;
  const seconds = sliceSecondsOf(budgeting);
  const key: SumKey = {
    unit: rollupUnit(definition),
    ...(seconds !== undefined && {
      slices: { method: budgeting.method, seconds },
    }),
    window,
  };
  const { coverage } = status;
  const raw = rawPart(options);
  return {
    sumKey: JSON.stringify(key),
    bad,
    total,
    coverage,
    ...(raw && { raw }),
  };
}

function rawPart({
  status: { corrections },
}: RollupPartOptions): { bad: number; total: number } | undefined {
  const { bad, total } = corrections?.rawBudget ?? {};
  return corrections?.excludedSeconds &&
    bad !== undefined &&
    total !== undefined
    ? { bad, total }
    : undefined;
}

/** A state that says more than `warming-up` may hide that it is so too. */
function isOfPart({ status, at }: RollupPartOptions): boolean {
  const { windowFrom, windowTo, coverage, measuredFrom, corrections } = status;
  if (windowFrom === undefined || windowTo === undefined) {
    return false;
  }
  const fullTo = unixSeconds(windowTo);
  const window = {
    from: unixSeconds(windowFrom),
    to: Math.min(at, fullTo),
    fullTo,
  };
  const excludedSeconds = corrections?.excludedSeconds ?? 0;
  const coveredSeconds = coverage * (window.to - window.from - excludedSeconds);
  return (
    isWarmingUp({ window, measuredFrom }) ||
    isMostlyUnmeasured({ window, coveredSeconds, excludedSeconds })
  );
}

/** Reads the text of a key again. @public */
export function parseSumKey(sumKey: string): SumKey {
  return JSON.parse(sumKey);
}

function rollupUnit(definition: RollupPartOptions['definition']): RollupUnit {
  if (definition.unit === 'slices') {
    return 'slices';
  }
  return definition.indicator?.kind === 'ratio' ? 'events' : 'readings';
}

/** `4w` and `28d` are one window; calendar windows are one by their bounds. */
function sumWindow({
  definition: { window },
  status: { windowFrom: from, windowTo: to },
}: RollupPartOptions): SumWindow | undefined {
  const { value, unit } = window.duration;
  const duration =
    unit === 'w' ? { value: value * 7, unit: 'd' as const } : { value, unit };
  if (window.kind === 'rolling') {
    return { kind: 'rolling', duration };
  }
  return from === undefined || to === undefined
    ? undefined
    : {
        kind: 'calendar',
        duration,
        timeZone: window.timeZone,
        from,
        to,
      };
}

import { budgetRatio } from '../budget/allowedBad';
import { burnPairChoice, type BurnPair } from '../burnRate/burnPairs';
import type { Bucket } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import { sliceSecondsOf } from '../objective/Budgeting';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { composeStatus } from '../state/composeStatus';
import { requiredRanges, sumRanges } from '../state/requiredRanges';
import { isoInstant } from '../window/isoInstant';
import { windowSeconds } from '../window/windowSeconds';
import { detectableShare } from './detectableShare';
import { pairReplays } from './pairReplays';
import { type AlertReplay, replayAlert } from './replayAlert';
import { replayBudget } from './replayBudget';
import { replayInstants } from './replayInstants';
import { COARSE_SECONDS, fineFrom } from './replayStretches';
import { RunningSums } from './RunningSums';
import type {
  SimulatedAlerts,
  SimulatedEpisode,
  SimulatedTarget,
  TargetSimulation,
} from './TargetSimulation';
import { windowTrack } from './windowTrack';

/** @public */
export interface SimulateTargetsOptions extends LedgerRange {
  definition: Pick<ObjectiveDefinition, 'unit' | 'window'> &
    Partial<Pick<ObjectiveDefinition, 'budgeting'>>;
  /** 0 <= target < 1 each. */
  targets: readonly number[];
  /**
   * Ordered by start, five or fifteen minutes long in the span; they cover
   * `simulationRange`.
   */
  buckets: readonly Bucket[];
  /** Unix seconds: start of the span; what was not measured yet is left out. */
  from: number;
  /** Unix seconds: end of the span. */
  to: number;
  /** Start of the first bucket that was ever measured, Unix seconds. */
  measuredFrom?: number;
}

const MONTH_SECONDS = 30 * 86_400;
const MAX_EPISODES = 100;

/**
 * What targets would have meant in the past: the budget that would be left now,
 * and the pages and tickets that its burn would have caused, by the same pairs
 * of windows and the same arithmetic as in measurements.
 *
 * The span is looked at every five minutes. Where buckets are longer than that,
 * pairs of windows that do not consist of whole ones are left out, and
 * `replays` says so; nothing is interpolated. The time it takes grows with the
 * length of the span and with the number of targets.
 *
 * @throws InputError when a calendar window's start or zone cannot be read
 * @public
 */
export function simulateTargets(
  options: SimulateTargetsOptions,
): TargetSimulation {
  const { definition, targets, buckets, to } = options;
  const { window, unit } = definition;
  const measured = buckets.filter(({ coveredSeconds }) => coveredSeconds > 0);
  const { measuredFrom = measured[0]?.start } = options;
  const from = spanStart({ ...options, measuredFrom });
  const sums = RunningSums.create(measured);
  const span = { from, to, sums, fineFrom: fineFrom(measured) };
  const instants = replayInstants({ from, to });
  const track = windowTrack({ ...span, window, instants, measuredFrom });
  const { total, coveredSeconds } = sums.sum({ from, to });
  const unitsPerSecond = coveredSeconds > 0 ? total / coveredSeconds : 0;
  const newest = measured[measured.length - 1];
  const ranges = requiredRanges({ definition, at: to });
  const required = sumRanges(ranges, range => sums.sum(range));

  const taken = new Map<string, BurnPair>();
  const simulated = targets.map((target): SimulatedTarget => {
    const { pairs, refused } = burnPairChoice({
      windowSeconds: windowSeconds(window.duration),
      target,
      sliceSeconds: sliceSecondsOf(definition.budgeting),
    });
    pairs.forEach(pair => taken.set(`${pair.long}/${pair.short}`, pair));
    const replay = (severity: BurnPair['severity']) => {
      const own = pairs.filter(pair => pair.severity === severity);
      const alert = replayAlert({
        ...span,
        target,
        unit,
        pairs: own,
        instants,
      });
      const detectable = detectableShare({
        pairs: own,
        target,
        unit,
        unitsPerSecond,
      });
      return {
        episodes: episodesOf(alert),
        alerts: countOf(alert, detectable),
      };
    };
    const [page, ticket] = [replay('page'), replay('ticket')];
    const { worst, ...seconds } = replayBudget({ target, track });
    const { state, budget, projected } = composeStatus({
      definition: { ...definition, target, source: '' },
      at: to,
      sums: required,
      source: { kind: 'up' },
      measuredFrom,
      measuredUpTo: newest && Math.min(to, newest.start + newest.seconds),
    });
    return {
      target,
      state,
      budget,
      projected,
      worst: worst && { ...worst, at: isoInstant(worst.at) },
      ...seconds,
      pages: page.alerts,
      tickets: ticket.alerts,
      episodes: [...page.episodes, ...ticket.episodes]
        .sort((a, b) => a.from.localeCompare(b.from))
        .slice(-MAX_EPISODES),
      refusedPairs: refused,
      outageSecondsAMonth: budgetRatio(target) * MONTH_SECONDS,
    };
  });
  return {
    from: isoInstant(from),
    to: isoInstant(to),
    coverage: shareOf(coveredSeconds, { from, to }),
    windowCoverage: shareOf(required.window.coveredSeconds, ranges.window),
    window,
    unit,
    targets: simulated,
    replays: pairReplays({ ...span, pairs: [...taken.values()] }),
  };
}

/** Nothing is said of the time before the first measurement. */
function spanStart(options: {
  from: number;
  to: number;
  measuredFrom?: number;
}): number {
  const { from, to, measuredFrom = to } = options;
  const start = Math.ceil(Math.max(from, measuredFrom) / COARSE_SECONDS);
  return Math.min(to, start * COARSE_SECONDS);
}

function shareOf(seconds: number, { from, to }: LedgerRange): number {
  return to > from ? Math.min(1, seconds / (to - from)) : 0;
}

function countOf(
  { runs, seconds, undecided }: AlertReplay,
  detectable: number | undefined,
): SimulatedAlerts {
  return {
    count: runs.length,
    seconds,
    undecided: undecided.length,
    detectable,
  };
}

function episodesOf({ runs }: AlertReplay): SimulatedEpisode[] {
  return runs.map(({ from, to, pair: { severity, long, short, factor } }) => ({
    severity,
    from: isoInstant(from),
    to: to === undefined ? undefined : isoInstant(to),
    pair: { long, short, factor },
  }));
}

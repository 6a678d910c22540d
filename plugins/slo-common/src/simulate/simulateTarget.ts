import { budgetRatio } from '../budget/allowedBad';
import type { BurnPair, BurnPairChoice } from '../burnRate/burnPairs';
import { composeStatus } from '../state/composeStatus';
import { isoInstant } from '../window/isoInstant';
import { detectableShare } from './detectableShare';
import { type AlertReplay, replayAlert } from './replayAlert';
import { replayBudget } from './replayBudget';
import type { ReplayedSpan } from './replayedSpan';
import type {
  SimulatedAlerts,
  SimulatedEpisode,
  SimulatedTarget,
} from './TargetSimulation';

const MONTH_SECONDS = 30 * 86_400;
const MAX_EPISODES = 100;

/**
 * What one target would have meant in a span, in steps.
 *
 * @param options.choice - the pairs that make sense for it
 */
export function* simulateTarget(options: {
  span: ReplayedSpan;
  target: number;
  choice: BurnPairChoice;
}): Generator<undefined, SimulatedTarget, void> {
  const { span, target, choice } = options;
  const { definition, track, partialUnits, status } = span;
  const pairsOf = (severity: BurnPair['severity']) =>
    choice.pairs.filter(pair => pair.severity === severity);
  const page = yield* replay(span, target, pairsOf('page'));
  const ticket = yield* replay(span, target, pairsOf('ticket'));
  const { worst, ...seconds } = replayBudget({ target, track, partialUnits });
  const { state, budget, projected } = composeStatus({
    ...status,
    definition: { ...definition, target, source: '' },
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
    refusedPairs: choice.refused,
    outageSecondsAMonth: budgetRatio(target) * MONTH_SECONDS,
  };
}

function* replay(
  span: ReplayedSpan,
  target: number,
  pairs: readonly BurnPair[],
): Generator<
  undefined,
  { alerts: SimulatedAlerts; episodes: SimulatedEpisode[] },
  void
> {
  const common = { ...span, target, unit: span.definition.unit, pairs };
  const alert = yield* replayAlert(common);
  return {
    alerts: {
      count: alert.runs.length,
      seconds: alert.seconds,
      undecided: alert.undecided.length,
      detectable: detectableShare(common),
    },
    episodes: episodesOf(alert),
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

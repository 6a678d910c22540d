import type {
  HistoryPoint,
  ObjectiveHistory,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveImpact } from './DeploymentImpact';
import type { ImpactSpans } from './impactSpans';
import { compareRatios } from './compareRatios';

/**
 * What happened to one objective while a deployment was live: the share of bad
 * units before and since, and how much of the whole budget it took.
 *
 * A step belongs to what came after as soon as it reaches into it, so that what
 * came before is never worse for it.
 *
 * @param options.history - from the start of `before` to the end of `after`
 * @public
 */
export function objectiveImpact(options: {
  objective: Pick<
    ObjectiveStatus,
    | 'ref'
    | 'objective'
    | 'displayName'
    | 'target'
    | 'targetText'
    | 'unit'
    | 'budget'
  >;
  subject: ObjectiveImpact['subject'];
  history: Pick<ObjectiveHistory, 'points' | 'step'>;
  spans: ImpactSpans;
}): ObjectiveImpact {
  const { objective, subject, history, spans } = options;
  const {
    ref,
    objective: name,
    displayName,
    target,
    targetText,
    unit,
  } = objective;
  const about = {
    ref,
    objective: name,
    displayName,
    target,
    targetText,
    unit,
    subject,
    stepSeconds: history.step,
  };
  const { before, after } = splitPoints(history, spans);
  if (!isMeasured(before) || !isMeasured(after)) {
    return { ...about, state: 'cannot-tell', reason: 'no-data' };
  }
  const change = compareRatios({ before, after });
  if (typeof change === 'string') {
    return { ...about, state: 'cannot-tell', reason: change };
  }
  const { allowed = 0 } = objective.budget;
  const usual = change.before.ratio * change.after.total;
  const was = lastOf(before);
  const is = lastOf(after);
  return {
    ...about,
    state: change.direction,
    change,
    usualBad: usual,
    ...(allowed > 0 && {
      burned: change.after.bad / allowed,
      burnedBeyondUsual: (change.after.bad - usual) / allowed,
    }),
    ...(was !== undefined && { remainingBefore: was }),
    ...(is !== undefined && { remainingAfter: is }),
  };
}

function splitPoints(
  history: Pick<ObjectiveHistory, 'points' | 'step'>,
  spans: ImpactSpans,
) {
  const live = Date.parse(spans.after.from);
  const end = Date.parse(spans.after.to);
  const start = Date.parse(spans.before.from);
  const stepMs = history.step * 1_000;
  // a point speaks for the step that ends at it
  const endOf = ({ at }: HistoryPoint) => Date.parse(at);
  return {
    before: history.points.filter(
      point => endOf(point) <= live && endOf(point) > start,
    ),
    after: history.points.filter(
      point => endOf(point) > live && endOf(point) - stepMs < end,
    ),
  };
}

function isMeasured(points: readonly HistoryPoint[]): boolean {
  return points.some(({ coverage }) => coverage > 0);
}

function lastOf(points: readonly HistoryPoint[]): number | undefined {
  return points.reduce<number | undefined>(
    (last, { remaining }) => remaining ?? last,
    undefined,
  );
}

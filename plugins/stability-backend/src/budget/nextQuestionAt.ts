import type { Deployment } from '@plimsoll/plugin-stability-common';

/** Seconds after a deployment went live at which its budget is asked about. */
const MILESTONES = [600, 3_600, 6 * 3_600];
/**
 * The same for a canary that was stopped, from its end on. Whether it did harm
 * decides its verdict, and the SLO plugin measures every minute.
 */
const AFTER_A_STOP = [0, 60, 120, 180];
/**
 * So long before a deployment its history is asked for at least. A canary may
 * last a minute, and the SLO plugin counts in steps of five: whether the budget
 * was sound before is told by whole steps alone.
 */
const LEAST_BEFORE_MS = 3 * 300_000;
/** Seconds until the SLO plugin has measured what happened up to an instant. */
export const SETTLE_SECONDS = 600;

/** Whether the SLO plugin can say anything about a deployment. */
export function isAskedAbout(deployment: Deployment): boolean {
  const { production, type, finishedAt } = deployment;
  return production && type === 'forward' && finishedAt !== undefined;
}

/**
 * Stretch that a deployment answers for: from going live until it was recovered
 * from, or until its window is over. A roll-out that failed or was stopped never
 * went live, and answers for itself: from its start. Unix milliseconds.
 */
export function answerableRange(options: {
  deployment: Deployment;
  verdictWindowSeconds: number;
}): { from: number; to: number } {
  const { deployment, verdictWindowSeconds } = options;
  const { state, startedAt, finishedAt = startedAt } = deployment;
  const hasStopped = state === 'failed' || state === 'aborted';
  const from = Date.parse(hasStopped ? startedAt : finishedAt);
  const end = from + verdictWindowSeconds * 1000;
  // the version before takes all requests again
  const over = state === 'aborted' ? finishedAt : undefined;
  const recoveredAt = deployment.recoveredAt ?? over;
  const recovered = recoveredAt ? Date.parse(recoveredAt) : end;
  return { from, to: Math.max(from, Math.min(end, recovered)) };
}

/**
 * What the SLO plugin is asked for: a stretch, and as long a time before it.
 *
 * @param range - from {@link answerableRange}, Unix milliseconds
 */
export function comparedStretch(range: { from: number; to: number }): {
  from: string;
  to: string;
} {
  const { from, to } = range;
  const before = from - Math.max(to - from, LEAST_BEFORE_MS);
  return {
    from: new Date(before).toISOString(),
    to: new Date(to).toISOString(),
  };
}

/**
 * When the SLO plugin is to be asked next about any of a service's deployments,
 * Unix milliseconds: soon after each went live, some times in its window, and
 * once when its stretch is over and measured.
 *
 * @param options.askedAt - when it was asked last, Unix milliseconds; 0: never
 */
export function nextQuestionAt(options: {
  deployments: readonly Deployment[];
  askedAt: number;
  verdictWindowSeconds: number;
}): number | undefined {
  const { deployments, askedAt, verdictWindowSeconds } = options;
  let next: number | undefined;
  for (const deployment of deployments.filter(isAskedAbout)) {
    const { from, to } = answerableRange({ deployment, verdictWindowSeconds });
    const end = to + SETTLE_SECONDS * 1000;
    const times =
      deployment.state === 'aborted'
        ? AFTER_A_STOP.map(seconds => to + seconds * 1000)
        : MILESTONES.map(seconds => from + seconds * 1000);
    for (const time of [...times.filter(at => at < end), end]) {
      if (time > askedAt && (next === undefined || time < next)) {
        next = time;
      }
    }
  }
  return next;
}

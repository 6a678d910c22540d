import type { LedgerRange } from '../ledger/LedgerRange';

/** What a stretch of the past spent of the whole window's budget. @public */
export interface SpentStretch extends LedgerRange {
  /** Share of the budget: 1 is all of it. */
  share: number;
}

/** A stretch ahead, as seconds from now, and what leaves meanwhile. */
interface Leaving {
  seconds: number;
  /** Share of the budget that comes back each second. */
  perSecond: number;
}

/**
 * The instant at which a rolling window has spent its budget when `burnRate`
 * goes on, while what was spent long ago leaves the window:
 *
 * `burnRate * t / windowSeconds - leaving(t) = remaining`
 *
 * As long as nothing leaves this is the usual `remaining * window / rate`.
 * Within a stretch the budget is taken to have been spent evenly; so is what no
 * stretch accounts for.
 *
 * @param options.at - Unix seconds
 * @param options.remaining - share of the budget, more than 0
 * @param options.spent - stretches of the past in order, without overlap
 * @returns Unix seconds; undefined when the budget lasts until all that is
 * spent now has left
 * @public
 */
export function rollingExhaustion(options: {
  at: number;
  remaining: number;
  burnRate: number;
  windowSeconds: number;
  spent: readonly SpentStretch[];
}): number | undefined {
  const { at, remaining, burnRate, windowSeconds } = options;
  let left = remaining;
  let elapsed = 0;
  for (const { seconds, perSecond } of leavingStretches(options)) {
    const growth = burnRate / windowSeconds - perSecond;
    if (left < growth * seconds) {
      return at + elapsed + left / growth;
    }
    left -= growth * seconds;
    elapsed += seconds;
  }
  return undefined;
}

/** The window from its start to its end: each stretch leaves in its turn. */
function leavingStretches(options: {
  at: number;
  remaining: number;
  windowSeconds: number;
  spent: readonly SpentStretch[];
}): Leaving[] {
  const { at, remaining, windowSeconds, spent } = options;
  const start = at - windowSeconds;
  const known = spent.flatMap(({ from, to, share }) => {
    const seconds = Math.min(to, at) - Math.max(from, start);
    const perSecond = Math.max(0, share) / (to - from);
    return seconds > 0
      ? [{ from: Math.max(from, start), seconds, perSecond }]
      : [];
  });
  const sumOf = (part: (stretch: (typeof known)[number]) => number) =>
    known.reduce((sum, stretch) => sum + part(stretch), 0);
  const openSeconds = windowSeconds - sumOf(({ seconds }) => seconds);
  const openShare =
    1 - remaining - sumOf(({ seconds, perSecond }) => seconds * perSecond);
  const perSecond = openSeconds > 0 ? Math.max(0, openShare) / openSeconds : 0;

  const stretches: Leaving[] = [];
  let reached = start;
  for (const stretch of known) {
    stretches.push({ seconds: stretch.from - reached, perSecond }, stretch);
    reached = stretch.from + stretch.seconds;
  }
  return [...stretches, { seconds: at - reached, perSecond }];
}

import { budgetRatio } from '../budget/allowedBad';
import { BURN_WINDOW_SECONDS, type BurnWindow } from '../status/BurnRates';

/**
 * Two windows that must both burn faster than `factor` before somebody is
 * called: the long one says that it matters, the short one that it still goes
 * on.
 *
 * @public
 */
export interface BurnPair {
  severity: 'page' | 'ticket';
  long: BurnWindow;
  short: BurnWindow;
  /** Burn rate above which the pair fires. */
  factor: number;
}

interface PairShape {
  severity: BurnPair['severity'];
  long: BurnWindow;
  short: BurnWindow;
  /** Percent of the budget that `long` may spend before the pair fires. */
  percent: number;
  /** The same for windows up to a week, where the usual share is too little. */
  weekPercent: number;
}

/** Most severe first. */
const SHAPES: PairShape[] = [
  { severity: 'page', long: '1h', short: '5m', percent: 2, weekPercent: 8 },
  { severity: 'page', long: '6h', short: '30m', percent: 5, weekPercent: 12.5 },
  { severity: 'ticket', long: '1d', short: '2h', percent: 10, weekPercent: 20 },
  { severity: 'ticket', long: '3d', short: '6h', percent: 10, weekPercent: 42 },
];

const WEEK_SECONDS = 604_800;

/**
 * The pairs that make sense for a window and a target, most severe first:
 * `factor = budget share * window / long`, the table of the SRE Workbook's
 * chapter 5 with the one day pair, scaled to the window.
 *
 * A factor is at least 1 (below it, spending within the budget would alert). A
 * pair is left out when its long window is more than a quarter of the window,
 * or when it could never fire because even an outage (all units bad) burns no
 * faster than its factor.
 *
 * @public
 */
export function burnPairs(options: {
  windowSeconds: number;
  target: number;
}): BurnPair[] {
  const { windowSeconds, target } = options;
  const allowed = budgetRatio(target);
  return SHAPES.flatMap(({ severity, long, short, percent, weekPercent }) => {
    const longSeconds = BURN_WINDOW_SECONDS[long];
    const share = windowSeconds <= WEEK_SECONDS ? weekPercent : percent;
    const factor = Math.max(1, (share * windowSeconds) / (longSeconds * 100));
    const reachable = factor * allowed < 1;
    return longSeconds * 4 <= windowSeconds && reachable
      ? [{ severity, long, short, factor }]
      : [];
  });
}

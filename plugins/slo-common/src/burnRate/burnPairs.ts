import { budgetRatio } from '../budget/allowedBad';
import { BURN_WINDOW_SECONDS, type BurnWindow } from '../status/BurnRates';
import { MIN_BAD_UNITS } from './minBadUnits';

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

/** A pair that is left out, and why. @public */
export interface RefusedBurnPair extends BurnPair {
  /**
   * `window`: its long window is more than a quarter of the objective's.
   * `slices`: its long window holds fewer than two whole slices, and so many
   * bad ones are asked for before anybody is called.
   * `unreachable`: even an outage burns no faster than its factor.
   */
  reason: 'window' | 'slices' | 'unreachable';
}

/** What decides which pairs make sense. @public */
export interface BurnPairOptions {
  /** Length of the objective's window. */
  windowSeconds: number;
  /** 0 to 1. */
  target: number;
  /** Length of a slice, where slices of time are counted. */
  sliceSeconds?: number;
}

/** Every standard pair, taken or left out. @public */
export interface BurnPairChoice {
  /** Most severe first. */
  pairs: BurnPair[];
  refused: RefusedBurnPair[];
}

/**
 * The pairs that make sense for a window and a target, most severe first:
 * `factor = budget share * window / long`, the table of the SRE Workbook's
 * chapter 5 with the one day pair, scaled to the window.
 *
 * A factor is at least 1 (below it, spending within the budget would alert). A
 * pair is left out when its long window is more than a quarter of the window,
 * or when it could never fire: because two slices do not fit into its long
 * window, or because even an outage (all units bad) burns no faster than its
 * factor.
 *
 * @public
 */
export function burnPairs(options: BurnPairOptions): BurnPair[] {
  return burnPairChoice(options).pairs;
}

/**
 * The same as {@link burnPairs}, with the pairs that were left out.
 *
 * @public
 */
export function burnPairChoice(options: BurnPairOptions): BurnPairChoice {
  const { windowSeconds, target, sliceSeconds = 0 } = options;
  const allowed = budgetRatio(target);
  const choice: BurnPairChoice = { pairs: [], refused: [] };
  for (const { percent, weekPercent, ...shape } of SHAPES) {
    const longSeconds = BURN_WINDOW_SECONDS[shape.long];
    const share = windowSeconds <= WEEK_SECONDS ? weekPercent : percent;
    const factor = Math.max(1, (share * windowSeconds) / (longSeconds * 100));
    const pair = { ...shape, factor };
    if (longSeconds * 4 > windowSeconds) {
      choice.refused.push({ ...pair, reason: 'window' });
    } else if (longSeconds < MIN_BAD_UNITS.slices * sliceSeconds) {
      choice.refused.push({ ...pair, reason: 'slices' });
    } else if (factor * allowed >= 1) {
      choice.refused.push({ ...pair, reason: 'unreachable' });
    } else {
      choice.pairs.push(pair);
    }
  }
  return choice;
}

import { burnWindowRange } from '../burnRate/burnWindowRange';
import { referenceDays } from '../calendar/expectedVolume';
import type { LedgerSum } from '../ledger/Bucket';
import type { LedgerRange } from '../ledger/LedgerRange';
import type { ObjectiveDefinition } from '../objective/ObjectiveDefinition';
import { rollingDays } from '../forecast/rollingDays';
import { BURN_WINDOWS, type BurnWindow } from '../status/BurnRates';
import { resolveWindow } from '../window/resolveWindow';
import { windowSeconds } from '../window/windowSeconds';

/** The stretches of the ledger that an evaluation needs the sums of. @public */
export interface RequiredRanges {
  window: LedgerRange;
  burn: Record<BurnWindow, LedgerRange>;
  /**
   * Whole days before today. They stay the same until the next midnight, so
   * their sums may be kept that long. Calendar windows: the last 28, in the
   * window's zone, which foretell its rest. Rolling windows: those that the
   * window reaches into, in UTC, which tell what leaves it next.
   */
  days: readonly LedgerRange[];
}

/** The sums over {@link RequiredRanges}, in the same shape. @public */
export interface RequiredSums {
  window: LedgerSum;
  burn: Record<BurnWindow, LedgerSum>;
  days: LedgerSum[];
}

/**
 * Which stretches must be summed to evaluate an objective at an instant.
 *
 * @param options.at - Unix seconds, see `evaluationInstant`
 * @public
 */
export function requiredRanges(options: {
  definition: Pick<ObjectiveDefinition, 'window'>;
  at: number;
}): RequiredRanges {
  const { at } = options;
  const { window } = options.definition;
  const { from, to } = resolveWindow({ window, at });
  const burn = Object.fromEntries(
    BURN_WINDOWS.map(name => [name, burnWindowRange({ window: name, at })]),
  ) as Record<BurnWindow, LedgerRange>;
  return {
    window: { from, to },
    burn,
    days:
      window.kind === 'calendar'
        ? referenceDays({ at, timeZone: window.timeZone })
        : rollingDays({ at, windowSeconds: windowSeconds(window.duration) }),
  };
}

/**
 * Fills {@link RequiredRanges} with sums, whatever it is that sums.
 *
 * @public
 */
export function sumRanges(
  ranges: RequiredRanges,
  sum: (range: LedgerRange) => LedgerSum,
): RequiredSums {
  return {
    window: sum(ranges.window),
    burn: Object.fromEntries(
      BURN_WINDOWS.map(name => [name, sum(ranges.burn[name])]),
    ) as Record<BurnWindow, LedgerSum>,
    days: ranges.days.map(sum),
  };
}

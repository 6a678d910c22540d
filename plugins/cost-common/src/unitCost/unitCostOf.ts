import type { DeploymentCost, UnitCost } from '../api/responses';
import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { formatAmount } from '../money/formatAmount';
import { nanosOf, unitsOf } from '../money/unitsOf';
import { fitUnitCost } from './fitUnitCost';
import { pairDays } from './pairDays';

/** @public */
export interface UnitCostOptions {
  /** `requests`, `orders`, or what `cost.units` names. */
  unit: string;
  /** Cost of so many, for instance 1,000,000 requests. */
  per: number;
  costs: readonly DailyAmount[];
  volumes: readonly DailyVolume[];
  from: string;
  /** Exclusive. */
  to: string;
  /** Last day of which the bill is complete; later ones are left out. */
  completeTo: string;
  /**
   * Volume below which the days together say nothing; a hundredth of `per` by
   * default.
   */
  minimumVolume?: number;
  /** Volumes were not read yet, or else nobody counts where there are none. */
  isWaiting?: boolean;
  /** Of the same unit; the last that changed it is named. */
  deployments?: readonly DeploymentCost[];
}

/**
 * What so many requests or orders cost: the cost of the complete days that
 * have both, divided by their volume (a ratio of sums, not a mean of ratios).
 *
 * @public
 */
export function unitCostOf(options: UnitCostOptions): UnitCost {
  const { unit, per, volumes, from, to, minimumVolume = per / 100 } = options;
  const inRange = ({ day }: { day: string }) => day >= from && day < to;
  const pairs = pairDays(options).filter(inRange);
  const volume = pairs.reduce((sum, pair) => sum + pair.volume, 0);
  const cost = pairs.reduce((sum, pair) => sum + pair.amount, 0n);
  const changedBy = options.deployments
    ?.filter(({ state }) => state === 'changed')
    .reduce<DeploymentCost | undefined>(
      (last, one) => (last && last.finishedAt > one.finishedAt ? last : one),
      undefined,
    );
  const common = {
    unit,
    per,
    ...(pairs.length > 0 && { volume, perDay: volume / pairs.length }),
    ...(changedBy && { changedBy }),
  };
  if (!volumes.some(day => inRange(day) && day.volume > 0)) {
    const unknown = options.isWaiting ? 'waiting' : 'not-counted';
    const state = volumes.length === 0 ? unknown : 'no-volume';
    return { unit, per, state, days: [] };
  }
  if (!options.costs.some(day => inRange(day) && day.amount !== 0n)) {
    return { ...common, state: 'no-cost', days: [] };
  }
  if (volume < minimumVolume || volume === 0) {
    return { ...common, state: 'too-few', days: [] };
  }
  const fit = fitUnitCost(
    pairs.map(pair => ({ cost: unitsOf(pair.amount), volume: pair.volume })),
  );
  return {
    ...common,
    state: 'ok',
    value: perVolume({ cost: unitsOf(cost), volume, per }),
    days: pairs
      .filter(pair => pair.volume >= minimumVolume / pairs.length)
      .map(pair => ({
        day: pair.day,
        value: perVolume({
          cost: unitsOf(pair.amount),
          volume: pair.volume,
          per,
        }),
      })),
    ...(fit && {
      fixedPerDay: formatAmount(nanosOf(fit.fixed)),
      marginal: formatAmount(nanosOf(fit.marginal * per)),
    }),
  };
}

function perVolume(options: {
  cost: number;
  volume: number;
  per: number;
}): string {
  return formatAmount(nanosOf((options.cost / options.volume) * options.per));
}

import type { CreateCorrectionRequest } from '@plimsoll/plugin-slo-common';
import { cycleAt, shopInstant } from '../time/shopInstant';

/** The Saturday of `stockTake`, which halts the sync of stock levels. */
const DAY = 12;

/**
 * ShopKart's warehouse has its last stock take excluded from the budget of the
 * stock levels: nobody sells meanwhile, and it was announced.
 *
 * @param now - Unix milliseconds
 */
export function stockTakeCorrection(now: number): CreateCorrectionRequest {
  const cycle = cycleAt(now);
  const last = shopInstant(cycle, DAY, '03:30') <= now ? cycle : cycle - 1;
  return {
    entityRef: 'component:default/stock-levels',
    from: new Date(shopInstant(last, DAY, '03:00')).toISOString(),
    to: new Date(shopInstant(last, DAY, '03:30')).toISOString(),
    reason:
      'Monthly stock take, announced a week before: the sync stands still while the warehouse counts',
  };
}

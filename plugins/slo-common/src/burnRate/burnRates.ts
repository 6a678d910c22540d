import { BURN_WINDOWS, type BurnRates } from '../status/BurnRates';
import type { BurnSums } from './burningPair';
import { burnRate } from './burnRate';

/**
 * The burn rates of all seven windows; one without events is left out.
 *
 * @public
 */
export function burnRates(options: {
  target: number;
  sums: BurnSums;
}): BurnRates {
  const { target, sums } = options;
  const rates: BurnRates = {};
  for (const window of BURN_WINDOWS) {
    const rate = burnRate({ target, ...sums[window] });
    if (rate !== undefined) {
      rates[window] = rate;
    }
  }
  return rates;
}

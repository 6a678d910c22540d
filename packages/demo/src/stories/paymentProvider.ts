import { cycleMoment } from '../time/cycle';
import type { Episode } from './Episode';

const DAY = 24 * 60;

/**
 * The payment provider refuses cards that it should take. It burns a quarter
 * faster than allowed and stops in time, so the budget of 0.2 % is nearly but
 * never wholly spent.
 */
export const refusedCards: Episode = {
  from: cycleMoment(9, '00:00'),
  minutes: 20 * DAY,
  failing: 0.00242,
};

/**
 * As the refusals end, the provider becomes slow, into the next cycle. A burn
 * rate above 1 over three days cannot last for a whole window without spending
 * all of its budget; the two together keep payment burning at any time.
 */
export const slowProvider: Episode = {
  from: cycleMoment(25, '16:00'),
  minutes: 21 * DAY + 8 * 60,
  slow: { share: 0.0585, seconds: 3 },
};

import { cycleMoment } from '../time/cycle';
import type { Episode } from './Episode';

/**
 * Failing share of each minute from 14:06 on. v2.31.0 is live at 14:06:10 and
 * writes cart entries that the running pods cannot read; the alert comes at
 * 14:10, the rollback is decided at 14:13 and done when the last pod of v2.30.2
 * is back at 14:17:40.
 */
const FAILING = [
  0.08, 0.3, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395,
  0.29,
];

/** Every fifth Tuesday, for instance on 3 November 2026. */
const BEGIN = cycleMoment(8, '14:06');

/**
 * The Redis serialization outage: eleven minutes that cost checkout about 19 %
 * of its availability budget.
 */
export const redisOutage: Episode = {
  from: BEGIN,
  minutes: FAILING.length,
  failing: FAILING,
  slow: { share: 0.3, seconds: 1.94 },
};

/** Cart reads more than it writes, so fewer of its requests fail. */
export const redisOutageInCart: Episode = {
  ...redisOutage,
  failing: FAILING.map(share => share * 0.8),
};

import { cycleMoment } from '../time/cycle';
import type { Episode } from './Episode';

const DAY = 8;

/**
 * The release that caused it, by ShopKart's clocks on that day: `HH:MM:SS`. It
 * is live 150 seconds after its start.
 */
export const REDIS_RELEASE = {
  day: DAY,
  startedAt: '14:03:40',
  seconds: 150,
  alert: '14:10:05',
  acknowledged: '14:11:20',
  /** Back to the version before; it takes 138 seconds. */
  rollback: '14:13:02',
  rollbackSeconds: 138,
  recovered: '14:17:05',
} as const;

/**
 * Failing share of each minute from 14:06 on. v2.31.0 is live at 14:06:10 and
 * writes cart entries that the running pods cannot read; the alert comes at
 * 14:10, the rollback is decided at 14:13 and done at 14:15; what waited in the
 * meantime is served by 14:17:40.
 */
const FAILING = [
  0.08, 0.3, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395, 0.395,
  0.29,
];

/** Every fifth Tuesday, for instance on 3 November 2026. */
const BEGIN = cycleMoment(DAY, '14:06');

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

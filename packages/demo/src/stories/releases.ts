import { cycleMoment } from '../time/cycle';
import type { Episode } from './Episode';

const DAY = 24 * 60;

/**
 * Checkout's releases v2.33.0 to v2.33.3 fail a little more than others, from a
 * Wednesday to the next Tuesday: no alert, but nearly a tenth of the budget.
 */
export const checkoutRelease33: Episode = {
  from: cycleMoment(16, '11:20'),
  minutes: 6 * DAY - 18,
  failing: 0.00026,
};

/** The releases that bring the cold image cache, and that warm it. */
export const coldImageCacheReleases = [
  {
    day: 18,
    clock: '08:56',
    seconds: 190,
    title: 'Images from a cache of their own',
  },
  { day: 28, clock: '08:54', seconds: 200, title: 'Warm the image cache' },
] as const;

/** Product pages wait for a cold image cache for ten days. */
export const coldImageCache: Episode = {
  from: cycleMoment(18, '09:00'),
  minutes: 10 * DAY,
  slow: { share: 0.05, seconds: 4 },
};

/** Search answers even slower while a new index is built. */
export const searchReindex: Episode = {
  from: cycleMoment(22, '06:00'),
  minutes: 8 * DAY,
  slow: { share: 0.015, seconds: 3 },
};

/** New price lists: for two minutes one request in thirty finds no price. */
export const priceListReload: Episode = {
  from: cycleMoment(10, '09:30'),
  minutes: 2,
  failing: 0.033,
};

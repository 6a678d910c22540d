import { cycleMoment } from '../time/cycle';
import type { Episode } from './Episode';

/** The stock sync waits five minutes for the monthly stock take. */
export const stockTake: Episode = {
  from: cycleMoment(12, '03:10'),
  minutes: 5,
  gauge: 300,
};

/** One of the four places that probe the address book cannot reach it. */
export const unreachableProbe: Episode = {
  from: cycleMoment(5, '17:42'),
  minutes: 2,
  gauge: -0.25,
};

import type { NanoUnits } from '../money/nanoUnits';

/** What a UTC day cost, by one metric and in one currency. @public */
export interface DailyAmount {
  day: string;
  amount: NanoUnits;
}

/** How much was done on a UTC day: requests, orders. @public */
export interface DailyVolume {
  day: string;
  volume: number;
}

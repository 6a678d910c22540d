import { seedOf, uniform } from '../../noise/uniform';
import { WEEKDAYS } from '../../traffic/rhythm';
import { dayNumber, weekdayOf, type Day } from '../calendar/utcDays';
import { usd, type Micros } from '../money/micros';
import { extraDollars } from '../stories/costStories';
import type { ServiceCosts } from './serviceCosts';

/** Part of the compute that follows the visitors; the rest always runs. */
const ELASTIC = 0.25;
/** Ups and downs from one day to the next. */
const RESTLESSNESS = 0.024;
const DAYS_OF_YEAR = 365.25;
/** Christmas is near in the middle of November; in May nobody buys. */
const BUSIEST_DAY = dayNumber('2026-11-18');
const SEASON = 0.04;

/** What grows and shrinks with the shop. */
export type MovingCost = 'compute' | 'transfer' | 'logs' | 'mail';

/** What a service spends on one thing on a UTC day. */
export function dailyCost(
  costs: ServiceCosts,
  on: MovingCost,
  day: Day,
): Micros {
  const { service } = costs;
  const dollars = costs[on] ?? 0;
  const busyness = WEEKDAYS[weekdayOf(day)];
  const rhythm = on === 'compute' ? 1 - ELASTIC + ELASTIC * busyness : busyness;
  const noise =
    1 +
    RESTLESSNESS * (uniform(seedOf(`${service} ${on}`), dayNumber(day)) - 0.5);
  const extra = on === 'mail' ? 0 : extraDollars({ service, on, day });
  return usd((dollars * rhythm * season(day) + extra) * noise);
}

/** 1 on the busiest day of the year, 0.92 half a year later. */
function season(day: Day): number {
  const turn = (2 * Math.PI * (dayNumber(day) - BUSIEST_DAY)) / DAYS_OF_YEAR;
  return 1 - SEASON * (1 - Math.cos(turn));
}

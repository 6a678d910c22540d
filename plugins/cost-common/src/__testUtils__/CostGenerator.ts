import type { DailyAmount } from '../calendar/DailySeries';
import { addDays } from '../calendar/utcDays';
import { normalOf, randomOf, seriesOf } from './series';

/** What was done to a series on purpose. */
export interface GeneratedCost {
  days: DailyAmount[];
  /** Numbers of days with a cost on top, and how much. */
  seeded: Map<number, number>;
  hasStep: boolean;
}

/**
 * Costs of services as bills show them: a level, a weekly cycle of 5 to 30 %,
 * drift, noise of 1 to 4 %, on request a step of the level in 30 % of them,
 * spikes on 1 % of the days, and a fee on the first of each month in 20 %.
 */
export function generateCost(options: {
  seed: number;
  from: string;
  length: number;
  steps?: boolean;
  spikes?: boolean;
  fees?: boolean;
  /** Days, counted from the first, that cost so many times more. */
  seeded?: Record<number, number>;
}): GeneratedCost {
  const { seed, from, length } = options;
  const random = randomOf(seed);
  const normal = normalOf(random);
  const level = 10 ** (0.7 + 2 * random());
  const cycle = 0.05 + 0.25 * random();
  const drift = (random() - 0.4) * 0.001;
  const noise = 0.01 + 0.03 * random();
  const fee = options.fees && random() < 0.2 ? level * (1 + 4 * random()) : 0;
  const hasStep = Boolean(options.steps) && random() < 0.3;
  const stepAt = Math.floor(random() * length);
  const stepBy = hasStep ? (random() - 0.35) * 0.6 : 0;
  const seeded = new Map<number, number>();
  const units = Array.from({ length }, (_, n) => {
    const day = addDays(from, n);
    const weekday = new Date(day).getUTCDay();
    const isWeekend = weekday === 0 || weekday === 6;
    const base =
      level *
      (1 - (isWeekend ? cycle : 0)) *
      (1 + drift * n) *
      (n >= stepAt ? 1 + stepBy : 1) *
      (1 + noise * normal());
    const spike =
      options.spikes && random() < 0.01 ? base * (0.5 + random()) : 0;
    const extra = base * (options.seeded?.[n] ?? 0);
    if (extra > 0) {
      seeded.set(n, extra);
    }
    return base + spike + extra + (day.endsWith('-01') ? fee : 0);
  });
  return { days: seriesOf(from, units), seeded, hasStep };
}

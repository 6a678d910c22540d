import type { DailyAmount, DailyVolume } from '../calendar/DailySeries';
import { addDays } from '../calendar/utcDays';
import { nanosOf } from '../money/unitsOf';

/** Days from a first one on with these costs. */
export function seriesOf(
  from: string,
  units: readonly number[],
): DailyAmount[] {
  return units.map((value, n) => ({
    day: addDays(from, n),
    amount: nanosOf(value),
  }));
}

/** Days from a first one on with these volumes. */
export function volumesOf(
  from: string,
  volumes: readonly number[],
): DailyVolume[] {
  return volumes.map((volume, n) => ({ day: addDays(from, n), volume }));
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Normally distributed numbers (Box and Muller). */
export function normalOf(random: () => number): () => number {
  return () =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

import fc from 'fast-check';
import {
  normalOf,
  randomOf,
  seriesOf,
  volumesOf,
} from '../__testUtils__/series';
import { addDays, listDays, monthOf } from '../calendar/utcDays';
import { deploymentCosts } from './deploymentCosts';

const DAY_MS = 86_400_000;

/** Deployments at shares of some days, 0..1. */
function deployedAt(days: readonly string[], shares: readonly number[]) {
  const from = Date.parse(days[0]);
  return shares.map((share, n) => ({
    id: `d${n}`,
    finishedAt: new Date(from + share * days.length * DAY_MS).toISOString(),
  }));
}

function changedOf(options: {
  days: readonly string[];
  shares: readonly number[];
  costOf(day: string, n: number): number;
  volumeOf(day: string, n: number): number;
}) {
  const { days, shares, costOf, volumeOf } = options;
  return deploymentCosts({
    unit: 'requests',
    per: 1_000_000,
    deployments: deployedAt(days, shares),
    costs: seriesOf(days[0], days.map(costOf)),
    volumes: volumesOf(days[0], days.map(volumeOf)),
    completeTo: days[days.length - 1],
  }).filter(({ state }) => state === 'changed');
}

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

function daysOfMonth(day: string): number {
  const first = monthOf(day);
  return listDays(first, monthOf(addDays(first, 31))).length;
}

describe('deploymentCosts, whatever the bill', () => {
  it('blames no deployment for the length of a month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 30, max: 120 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom(0, 0.02, 0.1),
        fc.constantFrom(0, 1, 30),
        fc.integer(),
        (start, length, shares, unrest, fee, seed) => {
          const from = addDays('2026-01-05', start);
          const normal = normalOf(randomOf(seed));
          const changed = changedOf({
            days: listDays(from, addDays(from, length)),
            shares,
            costOf: day =>
              312.4 / daysOfMonth(day) + (day === monthOf(day) ? fee : 0),
            volumeOf: day =>
              1e6 * (isWeekend(day) ? 0.7 : 1) * Math.exp(unrest * normal()),
          });
          expect(changed).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('blames a deployment in noise for one service of twenty at most', () => {
    const days = listDays('2026-08-20', '2026-11-20');
    let blamed = 0;
    for (let seed = 0; seed < 200; seed++) {
      const random = randomOf(seed);
      const normal = normalOf(random);
      const changed = changedOf({
        days,
        shares: Array.from({ length: 1 + (seed % 50) }, () => random()),
        costOf: () => 20 * (1 + 0.03 * normal()),
        volumeOf: day => 1e6 * (isWeekend(day) ? 0.7 : 1),
      });
      blamed += Number(changed.length > 0);
    }
    expect(blamed / 200).toBeLessThanOrEqual(0.05);
  });

  it('finds ten percent more with two weeks on both sides, nine times of ten', () => {
    let found = 0;
    const all = 200;
    for (let seed = 0; seed < all; seed++) {
      const random = randomOf(seed);
      const normal = normalOf(random);
      const days = listDays('2026-10-03', '2026-11-20');
      // live from a quarter past the beginning of a day to its end
      const at = 16 + Math.floor(random() * 6) + 0.25 + 0.75 * random();
      const changed = changedOf({
        days,
        shares: [0.1, at / days.length, 0.9],
        costOf: (_, n) =>
          20 *
          (1 + 0.1 * Math.min(1, Math.max(0, n + 1 - at))) *
          (1 + 0.02 * normal()),
        volumeOf: day => 1e6 * (isWeekend(day) ? 0.7 : 1),
      });
      found += Number(changed.length === 1 && changed[0].deploymentId === 'd1');
    }
    expect(found / all).toBeGreaterThanOrEqual(0.9);
  });
});

import { generateCost } from '../__testUtils__/CostGenerator';
import { addDays } from '../calendar/utcDays';
import { NANO_PER_UNIT } from '../money/nanoUnits';
import { findAnomalies } from './findAnomalies';

const FROM = '2026-07-01';
const LENGTH = 120;
const COMPLETE_TO = addDays(FROM, LENGTH - 1);

function anomaliesOf(options: {
  seed: number;
  seeded?: Record<number, number>;
  steps?: boolean;
}) {
  const { days } = generateCost({ ...options, from: FROM, length: LENGTH });
  return findAnomalies({
    title: 'a service',
    days,
    completeTo: COMPLETE_TO,
    lookBackDays: 90,
    thresholds: { absolute: NANO_PER_UNIT, relative: 0.2 },
  });
}

describe('findAnomalies, tried on 400 generated services', () => {
  it('finds days that cost half as much again', () => {
    let found = 0;
    for (let seed = 0; seed < 400; seed++) {
      const at = 60 + (seed % 50);
      const hits = anomaliesOf({ seed, seeded: { [at]: 0.5 } }).filter(
        ({ from, to }) => from <= addDays(FROM, at) && addDays(FROM, at) < to,
      );
      found += Number(hits.length === 1);
    }
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(`anomalies found: ${found} of 400\n`);
    }
    expect(found).toBeGreaterThan(388);
  });

  it('raises a false alarm less than once in 100 service-months', () => {
    let alarms = 0;
    for (let seed = 0; seed < 400; seed++) {
      alarms += anomaliesOf({ seed: seed + 5_000 }).length;
    }
    const perMonth = alarms / (400 * 3);
    if (process.env.COST_SHOW_PACE) {
      process.stdout.write(`false alarms: ${perMonth} a service-month\n`);
    }
    expect(perMonth).toBeLessThan(0.01);
  });

  it('calls a step of the level one anomaly, not thirty', () => {
    for (let seed = 0; seed < 40; seed++) {
      const step = Object.fromEntries(
        Array.from({ length: 20 }, (_, n) => [100 + n, 0.6]),
      );
      expect(anomaliesOf({ seed, seeded: step })).toEqual([
        expect.objectContaining({
          from: addDays(FROM, 100),
          to: addDays(FROM, 120),
          state: 'open',
        }),
      ]);
    }
  });
});

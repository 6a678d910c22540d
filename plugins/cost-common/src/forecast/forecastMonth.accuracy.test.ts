import { generateCost } from '../__testUtils__/CostGenerator';
import { addDays, listDays } from '../calendar/utcDays';
import { unitsOf } from '../money/unitsOf';
import { forecastMonth } from './forecastMonth';

const FROM = '2025-11-01';
const LENGTH = listDays(FROM, '2026-11-01').length;

function quantile(values: number[], ratio: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * ratio)];
}

/** Errors of a month's forecast from a day on, as ratios, of many services. */
function tryOut(options: { services: number; day: number }) {
  const errors: number[] = [];
  let within = 0;
  for (let seed = 0; seed < options.services; seed++) {
    const { days } = generateCost({
      seed,
      from: FROM,
      length: LENGTH,
      steps: true,
      spikes: true,
      fees: true,
    });
    const actual = days
      .filter(({ day }) => day >= '2026-10-01')
      .reduce((sum, { amount }) => sum + unitsOf(amount), 0);
    const forecast = forecastMonth({
      days,
      month: '2026-10-01',
      completeTo: addDays('2026-10-01', options.day - 1),
    });
    const { expected = '0', low = '0', high = '0' } = forecast ?? {};
    errors.push(Math.abs(Number(expected) / actual - 1));
    within += Number(Number(low) <= actual && actual <= Number(high));
  }
  return { errors, within: within / options.services };
}

describe('the forecast of a month, tried on 300 generated services', () => {
  // The target of issue 5 is 3 % in the middle of the month.
  it.each([
    [7, 0.03],
    [15, 0.015],
    [22, 0.01],
  ])('is half of the time within its bound on day %i: %d', (day, bound) => {
    const { errors, within } = tryOut({ services: 300, day });
    if (process.env.COST_SHOW_PACE) {
      const [median, p90] = [0.5, 0.9].map(ratio => quantile(errors, ratio));
      process.stdout.write(
        `forecast, day ${day}: median ${(100 * median).toFixed(2)} %, p90 ${(
          100 * p90
        ).toFixed(2)} %, within interval ${(100 * within).toFixed(0)} %\n`,
      );
    }
    expect(quantile(errors, 0.5)).toBeLessThan(bound);
    expect(within).toBeGreaterThan(0.82);
    expect(within).toBeLessThan(0.99);
  });
});

import {
  normalOf,
  randomOf,
  seriesOf,
  volumesOf,
} from '../__testUtils__/series';
import { pairDays } from '../unitCost/pairDays';
import { ordinaryChange } from './ordinaryChange';
import { UnitCostSeries } from './UnitCostSeries';

/** Unit costs that follow each other by `memory`, with a step and a drift. */
function ordinaryOf(options: {
  memory?: number;
  drift?: number;
  stepAt?: number;
  length?: number;
  seed?: number;
}) {
  const { memory = 0, drift = 0, stepAt, length = 120, seed = 1 } = options;
  const normal = normalOf(randomOf(seed));
  let noise = normal();
  const costs = Array.from({ length }, (_, n) => {
    noise = memory * noise + Math.sqrt(1 - memory ** 2) * normal();
    const step = stepAt !== undefined && n >= stepAt ? 0.3 : 0;
    return 20 * Math.exp(step + drift * n + 0.01 * noise);
  });
  const pairs = pairDays({
    costs: seriesOf('2026-06-02', costs),
    volumes: volumesOf(
      '2026-06-02',
      costs.map(() => 1e6),
    ),
    completeTo: '2027-01-01',
  });
  return ordinaryChange(new UnitCostSeries(pairs));
}

describe('ordinaryChange', () => {
  it('is how much the same weekday changes, steps aside', () => {
    for (const stepAt of [undefined, 60]) {
      const { deviation, samples } = ordinaryOf({ stepAt });
      expect(samples).toBeGreaterThan(90);
      expect(deviation / (0.01 * Math.SQRT2)).toBeGreaterThan(0.8);
      expect(deviation / (0.01 * Math.SQRT2)).toBeLessThan(1.2);
    }
  });

  it('says how far means wander where days remember each other', () => {
    const meanOf = (memory: number) =>
      Array.from({ length: 20 }, (_, seed) => ordinaryOf({ memory, seed }))
        .map(({ unrest }) => unrest)
        .reduce((sum, one) => sum + one / 20, 0);
    expect(meanOf(0)).toBeLessThan(1.15);
    expect(meanOf(0.6)).toBeGreaterThan(1.3);
  });

  it('tells growth from steps', () => {
    const grown = ordinaryOf({ drift: 0.001, stepAt: 60 });
    expect(Math.abs(grown.weekly - 0.007)).toBeLessThan(3 * grown.weeklyError);
    expect(grown.weekly).toBeGreaterThan(0.004);
  });

  it('takes few days as they are', () => {
    expect(ordinaryOf({ length: 10 })).toMatchObject({
      weekly: 0,
      weeklyError: 0,
      unrest: 1,
    });
    expect(ordinaryOf({ length: 3 })).toMatchObject({
      deviation: 0,
      samples: 0,
    });
  });
});

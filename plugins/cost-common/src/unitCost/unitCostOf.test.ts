import fc from 'fast-check';
import {
  normalOf,
  randomOf,
  seriesOf,
  volumesOf,
} from '../__testUtils__/series';
import type { DeploymentCost } from '../api/responses';
import { unitCostOf } from './unitCostOf';

const FROM = '2026-11-01';
const range = { from: FROM, to: '2026-11-18', completeTo: '2026-11-17' };
const requests = { unit: 'requests', per: 1_000_000 };

function of(
  costs: readonly number[],
  volumes: readonly number[],
  options: object = {},
) {
  return unitCostOf({
    ...requests,
    ...range,
    costs: seriesOf(FROM, costs),
    volumes: volumesOf(FROM, volumes),
    ...options,
  });
}

describe('unitCostOf', () => {
  it('divides sums, and never averages ratios', () => {
    expect(of([20, 30], [1_000_000, 4_000_000])).toEqual({
      ...requests,
      state: 'ok',
      value: '10.00',
      volume: 5_000_000,
      perDay: 2_500_000,
      days: [
        { day: '2026-11-01', value: '20.00' },
        { day: '2026-11-02', value: '7.50' },
      ],
    });
  });

  it('leaves out days without volume and days that are not complete', () => {
    const costs = [20, 30, 40];
    expect(of(costs, [1e6, 0, 1e6]).value).toBe('30.00');
    expect(of(costs, [1e6, 1e6, 1e6], { completeTo: '2026-11-02' }).value).toBe(
      '25.00',
    );
    expect(of(costs, [1e6, 1e6, 1e6], { to: '2026-11-02' }).value).toBe(
      '20.00',
    );
  });

  it('says why there is none', () => {
    expect(of([20], [])).toEqual({
      ...requests,
      state: 'not-counted',
      days: [],
    });
    expect(of([20], [0]).state).toBe('no-volume');
    expect(of([20], [], { isWaiting: true }).state).toBe('waiting');
    expect(of([20], [1e6], { isWaiting: true }).state).toBe('ok');
    expect(of([0], [1e6]).state).toBe('no-cost');
    expect(of([20], [9_999])).toEqual(
      expect.objectContaining({ state: 'too-few', volume: 9_999 }),
    );
    expect(of([20], [9_999], { minimumVolume: 100 }).state).toBe('ok');
  });

  it('names the last deployment that changed it', () => {
    const deployment = (id: string, day: string, state: string) => ({
      deploymentId: id,
      finishedAt: `${day}T00:00:00Z`,
      state: state as DeploymentCost['state'],
      ...requests,
      pairs: 5,
    });
    const deployments = [
      deployment('b', '2026-11-08', 'changed'),
      deployment('c', '2026-11-12', 'cannot-tell'),
      deployment('a', '2026-11-02', 'changed'),
    ];
    expect(of([20], [1e6], { deployments }).changedBy?.deploymentId).toBe('b');
    expect(
      of([20], [1e6], { deployments: [deployments[1]] }),
    ).not.toHaveProperty('changedBy');
  });

  it('tells fixed cost from what moves with the volume', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (seed, fixed, marginal) => {
          const random = randomOf(seed);
          const normal = normalOf(random);
          const volumes = Array.from(
            { length: 17 },
            () => 1e6 * (0.5 + random()),
          );
          const costs = volumes.map(
            volume =>
              fixed + (marginal * volume) / 1e6 + 0.001 * marginal * normal(),
          );
          const result = of(costs, volumes);
          expect(Number(result.fixedPerDay)).toBeCloseTo(fixed, -1);
          expect(Number(result.marginal) / marginal).toBeCloseTo(1, 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['of too few days', 13, (n: number) => n],
    ['at a volume that never changes', 17, () => 1],
    ['where cost falls with volume', 17, (n: number) => 20 - n],
  ])('does not tell them apart %s', (_, length, volumeOf) => {
    const days = Array.from({ length }, (__, n) => n);
    const result = of(
      days.map(n => 10 + n),
      days.map(n => 1e6 * volumeOf(n)),
    );
    expect(result.state).toBe('ok');
    expect(result).not.toHaveProperty('marginal');
  });
});

import { seriesOf, volumesOf } from '../__testUtils__/series';
import { addDays } from '../calendar/utcDays';
import { NANO_PER_UNIT } from '../money/nanoUnits';
import { anomalyIdOf } from './anomalyIdOf';
import { findAnomalies } from './findAnomalies';

const FROM = '2026-10-01';
const COMPLETE_TO = '2026-11-17';

/** 48 days at 20 with a little noise, and more on some. */
function days(more: Record<number, number> = {}, level = 20) {
  return seriesOf(
    FROM,
    Array.from(
      { length: 48 },
      (_, n) => level * (1 + 0.01 * ((n * 7) % 5)) + (more[n] ?? 0),
    ),
  );
}

function found(more: Record<number, number>, options: object = {}) {
  return findAnomalies({
    entityRef: 'component:default/checkout',
    title: 'checkout',
    days: days(more),
    completeTo: COMPLETE_TO,
    ...options,
  });
}

describe('findAnomalies', () => {
  it('finds nothing where nothing is', () => {
    expect(found({})).toEqual([]);
  });

  it('takes neighbouring days for one, newest first', () => {
    const anomalies = found({ 30: 12, 41: 10, 42: 14 });
    expect(anomalies).toEqual([
      expect.objectContaining({
        from: '2026-11-11',
        to: '2026-11-13',
        state: 'over',
        causes: [],
      }),
      expect.objectContaining({ from: '2026-10-31', to: '2026-11-01' }),
    ]);
    const [{ expected, actual, excess, ratio, score }] = anomalies;
    expect(Number(actual) - Number(expected)).toBeCloseTo(Number(excess), 6);
    expect(Number(excess)).toBeGreaterThan(23);
    expect(ratio).toBeGreaterThan(0.55);
    expect(score).toBeGreaterThan(3.5);
  });

  it('is the same anomaly on every day that judged days move past it', () => {
    const spans = (lookBackDays: number) =>
      found({ 30: 12, 31: 12, 32: 12 }, { lookBackDays }).map(
        ({ id, from, to }) => [id, from, to],
      );
    const [whole] = spans(30);
    expect(whole.slice(1)).toEqual(['2026-10-31', '2026-11-03']);
    // its last day is the 16th from the end
    expect([18, 17, 16, 15].map(spans)).toEqual([
      [whole],
      [whole],
      [whole],
      [],
    ]);
  });

  it('is open while the last complete day is part of it', () => {
    const [open] = found({ 47: 30 });
    expect(open).toEqual(
      expect.objectContaining({ state: 'open', to: '2026-11-18' }),
    );
  });

  it('knows what a weekday costs that was seen once or twice', () => {
    // fifty on Mondays, ten on other days, from a Monday on
    const mondays = (count: number) =>
      findAnomalies({
        entityRef: 'component:default/checkout',
        title: 'checkout',
        days: seriesOf(
          '2026-10-05',
          Array.from({ length: count }, (_, n) => (n % 7 === 0 ? 50 : 10)),
        ),
        completeTo: addDays('2026-10-05', count - 1),
      });
    for (let count = 14; count <= 29; count++) {
      expect([count, mondays(count)]).toEqual([count, []]);
    }
  });

  it('needs an amount, a share and a score, all of them', () => {
    const thresholds = { absolute: 5n * NANO_PER_UNIT, relative: 0.25 };
    expect(found({ 40: 5.9 }, { thresholds })).toHaveLength(1);
    expect(
      found({ 40: 5.9 }, { thresholds: { ...thresholds, relative: 0.35 } }),
    ).toEqual([]);
    expect(
      found(
        { 40: 5.9 },
        { thresholds: { ...thresholds, absolute: 7n * NANO_PER_UNIT } },
      ),
    ).toEqual([]);
    expect(
      found({ 40: 5.9 }, { thresholds: { ...thresholds, score: 1_000 } }),
    ).toEqual([]);
  });

  it('does not take what is cheaper for an anomaly', () => {
    expect(found({ 40: -15 })).toEqual([]);
  });

  it('knows the fee of the first of a month', () => {
    expect(found({ 0: 73, 31: 73 })).toEqual([]);
    expect(found({ 31: 73 })).toHaveLength(1);
  });

  it('says nothing of the first two weeks', () => {
    expect(found({ 10: 50 }, { lookBackDays: 60 })).toEqual([]);
    expect(found({ 20: 50 }, { lookBackDays: 60 })).toHaveLength(1);
  });

  it('judges as many days as it is asked to', () => {
    expect(found({ 40: 50 }, { lookBackDays: 7 })).toEqual([]);
    expect(found({ 40: 50 }, { lookBackDays: 8 })).toHaveLength(1);
  });

  it('takes no day that is not complete', () => {
    expect(found({ 47: 50 }, { completeTo: '2026-11-16' })).toEqual([]);
  });

  it('finds cost where there was none', () => {
    const none = seriesOf(
      FROM,
      Array.from({ length: 48 }, (_, n) => (n === 0 ? 1 : 0)),
    );
    none[40].amount = 30n * NANO_PER_UNIT;
    const [anomaly] = findAnomalies({
      title: 'batch',
      days: none,
      completeTo: COMPLETE_TO,
    });
    expect(anomaly).toEqual(
      expect.objectContaining({ expected: '0.00', excess: '30.00', ratio: 0 }),
    );
  });
});

describe('the causes of an anomaly', () => {
  const deployment = {
    id: 'd1',
    version: 'v2.33.0',
    finishedAt: '2026-11-10T12:00:00Z',
  };
  const parts = [
    {
      kind: 'product' as const,
      name: 'Amazon EC2',
      days: days({ 41: 12 }, 15),
    },
    { kind: 'sku' as const, name: 'Data transfer', days: days({ 41: 3 }, 5) },
  ];

  it('are the parts that grew, by how much of it they explain', () => {
    const [{ causes }] = found({ 41: 15 }, { parts });
    expect(causes).toEqual([
      {
        kind: 'product',
        name: 'Amazon EC2',
        explains: expect.closeTo(0.8, 1),
      },
      { kind: 'sku', name: 'Data transfer', explains: expect.closeTo(0.2, 1) },
    ]);
  });

  it('may be a deployment the day before, or on the day', () => {
    const [{ causes }] = found({ 41: 15 }, { deployments: [deployment] });
    expect(causes).toEqual([
      {
        kind: 'deployment',
        name: 'v2.33.0',
        deploymentId: 'd1',
        explains: 0.9,
      },
    ]);
    const late = { ...deployment, finishedAt: '2026-11-12T00:00:00Z' };
    const early = { ...deployment, finishedAt: '2026-11-08T23:00:00Z' };
    expect(found({ 41: 15 }, { deployments: [late, early] })[0].causes).toEqual(
      [],
    );
  });

  it('is traffic as far as that grew along', () => {
    const volumes = volumesOf(
      FROM,
      Array.from({ length: 48 }, (_, n) => (n === 41 ? 175 : 100)),
    );
    const [{ causes }] = found(
      { 41: 15 },
      { volumes, deployments: [deployment] },
    );
    expect(causes).toEqual([{ kind: 'traffic', name: 'traffic', explains: 1 }]);
  });

  it('says which category it is, where one explains half', () => {
    const categories = [
      { category: 'network' as const, days: days({ 41: 3 }, 5) },
      { category: 'compute' as const, days: days({ 41: 12 }, 15) },
    ];
    expect(found({ 41: 15 }, { categories })[0].category).toBe('compute');
    expect(
      found({ 41: 15 }, { categories: [categories[0]] })[0],
    ).not.toHaveProperty('category');
  });
});

describe('anomalyIdOf', () => {
  it('is the same for the same, and another for another', () => {
    const ids = new Set<string>();
    for (let n = 0; n < 20_000; n++) {
      ids.add(anomalyIdOf([`component:default/s${n % 200}`, `${n}`]));
    }
    expect(ids.size).toBe(20_000);
    expect(anomalyIdOf(['a', 'b'])).toBe(anomalyIdOf(['a', 'b']));
    expect(anomalyIdOf(['ab', ''])).not.toBe(anomalyIdOf(['a', 'b']));
    expect(anomalyIdOf(['a'])).toMatch(/^[0-9a-z]{11}$/);
  });
});

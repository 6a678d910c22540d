import fc from 'fast-check';
import { targets } from '../__testUtils__/arbitraries';
import { BURN_WINDOW_SECONDS } from '../status/BurnRates';
import { parseDuration } from '../window/parseDuration';
import { windowSeconds } from '../window/windowSeconds';
import { burnPairChoice, burnPairs } from './burnPairs';

function pairsOf(window: string, target = 0.999) {
  return burnPairs({
    windowSeconds: windowSeconds(parseDuration(window)),
    target,
  });
}

const factorsOf = (window: string, target?: number) =>
  Object.fromEntries(
    pairsOf(window, target).map(({ long, factor }) => [long, factor]),
  );

describe('burnPairs', () => {
  it('gives the four pairs of the workbook, most severe first', () => {
    expect(pairsOf('30d')).toEqual([
      { severity: 'page', long: '1h', short: '5m', factor: 14.4 },
      { severity: 'page', long: '6h', short: '30m', factor: 6 },
      { severity: 'ticket', long: '1d', short: '2h', factor: 3 },
      { severity: 'ticket', long: '3d', short: '6h', factor: 1 },
    ]);
  });

  it.each([
    ['30d', { '1h': 14.4, '6h': 6, '1d': 3, '3d': 1 }],
    ['28d', { '1h': 13.44, '6h': 5.6, '1d': 2.8, '3d': 1 }],
    ['90d', { '1h': 43.2, '6h': 18, '1d': 9, '3d': 3 }],
    ['14d', { '1h': 6.72, '6h': 2.8, '1d': 1.4, '3d': 1 }],
    ['7d', { '1h': 13.44, '6h': 3.5, '1d': 1.4 }],
    ['1M', { '1h': 14.4, '6h': 6, '1d': 3, '3d': 1 }],
    ['1d', { '1h': 1.92, '6h': 1 }],
    ['4h', { '1h': 1 }],
    ['3h', {}],
  ])(
    'pitfall 10: scales the factors to %s, never below 1',
    (window, factors) => {
      expect(factorsOf(window)).toEqual(factors);
    },
  );

  it.each([
    [1_800, [], ['1h', '6h', '1d', '3d']],
    [2_400, ['1h'], ['6h', '1d', '3d']],
    [10_800, ['1h'], ['6h', '1d', '3d']],
    [86_400, ['1h', '6h', '1d'], ['3d']],
  ])(
    'leaves out the pairs that slices of %d s never let fire',
    (sliceSeconds, refused, taken) => {
      const choice = burnPairChoice({
        windowSeconds: 30 * 86_400,
        target: 0.99,
        sliceSeconds,
      });
      expect(choice.pairs.map(({ long }) => long)).toEqual(taken);
      expect(choice.refused.map(({ long, reason }) => [long, reason])).toEqual(
        refused.map(long => [long, 'slices']),
      );
    },
  );

  it('pitfall 10: keeps a long window of exactly a quarter, drops a longer one', () => {
    expect(Object.keys(factorsOf('12d'))).toContain('3d');
    expect(Object.keys(factorsOf('11d'))).not.toContain('3d');
  });

  it.each([
    // An outage of a target of 93 % burns at 14.29: never above 14.4.
    [0.93, ['6h', '1d', '3d']],
    [0.94, ['1h', '6h', '1d', '3d']],
    [0.83, ['1d', '3d']],
    [0.84, ['6h', '1d', '3d']],
    [0.66, ['3d']],
    [0.67, ['1d', '3d']],
    [0, []],
  ])(
    'pitfall 10: drops the pairs that a target of %d never fires',
    (target, longs) => {
      expect(Object.keys(factorsOf('30d', target))).toEqual(longs);
    },
  );

  it('pitfall 10: drops a pair whose factor an outage just reaches', () => {
    // A target of 0.9 on 100 days: the 1d pair has exactly factor 10.
    expect(Object.keys(factorsOf('100d', 0.9))).toEqual(['3d']);
    expect(factorsOf('100d', 0.91)).toMatchObject({ '1d': 10 });
  });

  it('property: every pair can fire, is worth firing, and fits the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3_600, max: 400 * 86_400 }),
        targets,
        (seconds, target) => {
          const pairs = burnPairs({ windowSeconds: seconds, target });
          for (const { long, short, factor } of pairs) {
            expect(factor).toBeGreaterThanOrEqual(1);
            expect(factor * (1 - target)).toBeLessThan(1);
            expect(BURN_WINDOW_SECONDS[long] * 4).toBeLessThanOrEqual(seconds);
            expect(BURN_WINDOW_SECONDS[long]).toBe(
              BURN_WINDOW_SECONDS[short] * 12,
            );
          }
          const factors = pairs.map(({ factor }) => factor);
          expect(factors).toEqual([...factors].sort((a, b) => b - a));
        },
      ),
    );
  });

  it('property: a pair at its factor for its long window spends the stated share', () => {
    const shares = { '1h': 0.02, '6h': 0.05, '1d': 0.1, '3d': 0.1 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 400 }), days => {
        const seconds = days * 86_400;
        for (const pair of burnPairs({
          windowSeconds: seconds,
          target: 0.9999,
        })) {
          const spent =
            (pair.factor * BURN_WINDOW_SECONDS[pair.long]) / seconds;
          expect(spent).toBeCloseTo(
            shares[pair.long as keyof typeof shares],
            9,
          );
        }
      }),
    );
  });
});

describe('burnPairChoice', () => {
  it('tells which pairs are left out, and why', () => {
    const { pairs, refused } = burnPairChoice({
      windowSeconds: 7 * 86_400,
      target: 0.8,
    });
    expect(pairs.map(({ long }) => long)).toEqual(['6h', '1d']);
    expect(refused).toEqual([
      {
        severity: 'page',
        long: '1h',
        short: '5m',
        factor: 13.44,
        reason: 'unreachable',
      },
      {
        severity: 'ticket',
        long: '3d',
        short: '6h',
        factor: 1,
        reason: 'window',
      },
    ]);
  });

  it('property: takes or refuses each of the four pairs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3_600, max: 400 * 86_400 }),
        targets,
        (seconds, target) => {
          const choice = burnPairChoice({ windowSeconds: seconds, target });
          const longs = [...choice.pairs, ...choice.refused].map(
            ({ long }) => long,
          );
          expect(longs.sort()).toEqual(['1d', '1h', '3d', '6h']);
        },
      ),
    );
  });
});

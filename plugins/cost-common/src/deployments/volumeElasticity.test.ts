import fc from 'fast-check';
import {
  normalOf,
  randomOf,
  seriesOf,
  volumesOf,
} from '../__testUtils__/series';
import { pairDays } from '../unitCost/pairDays';
import { volumeElasticity } from './volumeElasticity';

const FROM = '2026-09-01';

/** Days at some volumes, of which a share of the cost is fixed. */
function pairsOf(options: {
  volumes: readonly number[];
  fixed: number;
  noise?: number;
  seed?: number;
}) {
  const { volumes, fixed, noise = 0, seed = 1 } = options;
  const normal = normalOf(randomOf(seed));
  const costs = volumes.map(
    volume =>
      (20 * fixed + 20e-6 * volume * (1 - fixed)) * (1 + noise * normal()),
  );
  return pairDays({
    costs: seriesOf(FROM, costs),
    volumes: volumesOf(FROM, volumes),
    completeTo: '2027-01-01',
  });
}

/** Around a million a day, ten percent up or down. */
function wavering(length: number, seed = 7): number[] {
  const random = randomOf(seed);
  return Array.from({ length }, () => 1e6 * (0.9 + 0.2 * random()));
}

describe('volumeElasticity', () => {
  it('is the share of the cost that moves with the traffic', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 0.95, noNaN: true }),
        fc.integer(),
        (fixed, seed) => {
          const pairs = pairsOf({ volumes: wavering(60, seed), fixed });
          expect(volumeElasticity(pairs)).toBeCloseTo(1 - fixed, 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is 1 where nothing is fixed, and where noise hides it', () => {
    const volumes = wavering(60);
    expect(volumeElasticity(pairsOf({ volumes, fixed: 0 }))).toBeCloseTo(1, 9);
    const still = volumes.map(volume => 1e6 + (volume - 1e6) / 100);
    expect(
      volumeElasticity(pairsOf({ volumes: still, fixed: 0.6, noise: 0.05 })),
    ).toBe(1);
  });

  it('is 1 with too little to go by', () => {
    expect(
      volumeElasticity(pairsOf({ volumes: wavering(20), fixed: 0.6 })),
    ).toBe(1);
    expect(
      volumeElasticity(pairsOf({ volumes: Array(60).fill(1e6), fixed: 0.6 })),
    ).toBe(1);
    expect(volumeElasticity([])).toBe(1);
  });

  it('is not moved by a step of the cost', () => {
    const pairs = pairsOf({ volumes: wavering(60), fixed: 0.6 }).map(
      (pair, n) => ({
        ...pair,
        amount: n < 30 ? pair.amount : (pair.amount * 13n) / 10n,
      }),
    );
    expect(volumeElasticity(pairs)).toBeCloseTo(0.4, 1);
  });

  it('is never below nothing', () => {
    const pairs = pairsOf({ volumes: wavering(60), fixed: 0.5 });
    const mirrored = pairs.map(pair => ({
      ...pair,
      volume: 1e12 / pair.volume,
    }));
    expect(volumeElasticity(mirrored)).toBe(0);
  });
});

import fc from 'fast-check';
import { wilsonInterval } from './wilsonInterval';

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is known', (events, sampleSize, low, high) => {
    const interval = wilsonInterval({ events, sampleSize });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval).toMatchObject({ level: 0.95, method: 'wilson' });
  });

  it('of picture 05: 2 of 61 is 0.9 to 11.2 %, 3 of 61 is 1.7 to 13.5 %', () => {
    const rounded = (events: number) => {
      const { low, high } = wilsonInterval({ events, sampleSize: 61 });
      return [(low * 100).toFixed(1), (high * 100).toFixed(1)];
    };
    expect(rounded(2)).toEqual(['0.9', '11.2']);
    expect(rounded(3)).toEqual(['1.7', '13.5']);
  });

  it('lies round the share, within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (n, seed) => {
        const events = seed % (n + 1);
        const share = events / n;
        const { low, high } = wilsonInterval({ events, sampleSize: n });
        const mirror = wilsonInterval({ events: n - events, sampleSize: n });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
        expect(mirror.low).toBeCloseTo(1 - high, 10);
      }),
    );
  });

  it('says 0 and 1 exactly where nothing or everything happened', () => {
    expect(wilsonInterval({ events: 0, sampleSize: 7 }).low).toBe(0);
    expect(wilsonInterval({ events: 7, sampleSize: 7 }).high).toBe(1);
  });
});

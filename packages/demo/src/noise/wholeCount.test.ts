import fc from 'fast-check';
import { wholeCount } from './wholeCount';

const kind = fc.constantFrom(
  'events' as const,
  'failures' as const,
  'slowness' as const,
);
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const minute = fc.integer({ min: 0, max: 60_000_000 });

describe('wholeCount', () => {
  it('keeps sums within a few units of what is expected, from any minute on', () => {
    fc.assert(
      fc.property(
        kind,
        seed,
        minute,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (of, start, first, expectation) => {
          let sum = 0;
          for (let offset = 0; offset < 1_440; offset += 1) {
            const at = first + offset;
            sum += wholeCount(expectation, { of, seed: start, minute: at });
          }
          expect(Math.abs(sum - expectation * 1_440)).toBeLessThan(8);
        },
      ),
    );
  });

  it('never lets a part exceed its whole', () => {
    fc.assert(
      fc.property(
        kind,
        seed,
        minute,
        fc.nat({ max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, start, at, whole, share) => {
          const part = wholeCount(whole * share, {
            of,
            seed: start,
            minute: at,
          });
          expect(part).toBeLessThanOrEqual(whole);
          expect(part).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('counts failures on other minutes than events, so that quiet services fail too', () => {
    let failed = 0;
    for (let at = 0; at < 100_000; at += 1) {
      const events = wholeCount(0.01, { of: 'events', seed: 1, minute: at });
      failed += wholeCount(events * 0.2, {
        of: 'failures',
        seed: 1,
        minute: at,
      });
    }
    expect(failed).toBeGreaterThan(150);
    expect(failed).toBeLessThan(250);
  });
});

import fc from 'fast-check';
import { rollingExhaustion, type SpentStretch } from './rollingExhaustion';

const DAY = 86_400;
const WINDOW = 30 * DAY;
const at = 1_795_262_400;

const dailyShares = fc.array(
  fc.oneof(
    fc.constant(0),
    fc.double({ min: 0, max: 1 / 32, noNaN: true }),
    fc.double({ min: 0, max: 0.9, noNaN: true }),
  ),
  { minLength: 30, maxLength: 30 },
);
const rates = fc.double({ min: 0.01, max: 30, noNaN: true });

function stretches(shares: number[]): SpentStretch[] {
  const start = at - shares.length * DAY;
  return shares.map((share, index) => ({
    from: start + index * DAY,
    to: start + (index + 1) * DAY,
    share,
  }));
}

/** Share of the budget that is spent in `seconds`, hour by hour. */
function spentAfter(shares: number[], burnRate: number, seconds: number) {
  const stays = shares.reduce((sum, share, index) => {
    const left = Math.min(1, Math.max(0, seconds / DAY - index));
    return sum + share * (1 - left);
  }, 0);
  return stays + (burnRate * seconds) / WINDOW;
}

describe('rollingExhaustion', () => {
  it('adds what leaves to what is left', () => {
    // Half of the budget left on each of the first ten days: 5 % a day comes
    // back, 10 % a day is spent.
    const shares = stretches(
      Array.from({ length: 30 }, (_, day) => (day < 10 ? 0.05 : 0)),
    );
    expect(
      rollingExhaustion({
        at,
        remaining: 0.5,
        burnRate: 3,
        windowSeconds: WINDOW,
        spent: shares,
      }),
    ).toBeCloseTo(at + 10 * DAY, 0);
  });

  it('takes what no stretch accounts for as spent evenly', () => {
    const ask = (spent: SpentStretch[]) =>
      rollingExhaustion({
        at,
        remaining: 0.4,
        burnRate: 1.6,
        windowSeconds: WINDOW,
        spent,
      });
    // 1.6 in and 0.6 out: 0.4 windows.
    expect(ask([])).toBeCloseTo(at + 0.4 * WINDOW, 0);
    // A stretch that is out of the window says nothing.
    expect(
      ask([{ from: at - 40 * DAY, to: at - 30 * DAY, share: 0.6 }]),
    ).toBeCloseTo(at + 0.4 * WINDOW, 0);
    // One that is half out counts by half.
    expect(ask([{ from: at - 60 * DAY, to: at, share: 1.2 }])).toBeCloseTo(
      at + 0.4 * WINDOW,
      0,
    );
  });

  it('does not let a negative count give anything back', () => {
    const spent = [{ from: at - 30 * DAY, to: at - 29 * DAY, share: -0.5 }];
    expect(
      rollingExhaustion({
        at,
        remaining: 1,
        burnRate: 30,
        windowSeconds: WINDOW,
        spent,
      }),
    ).toBeCloseTo(at + DAY, 0);
  });

  it('property: without old failures it is the usual formula', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        rates,
        (remaining, burnRate) => {
          const spent = [{ from: at - 60, to: at, share: 1 - remaining }];
          const seconds = (remaining * WINDOW) / burnRate;
          fc.pre(Math.abs(seconds - WINDOW) > 120);
          const found = rollingExhaustion({
            at,
            remaining,
            burnRate,
            windowSeconds: WINDOW,
            spent: [{ from: at - WINDOW, to: at - 60, share: 0 }, ...spent],
          });
          expect(found === undefined).toBe(seconds > WINDOW);
          expect(Math.abs((found ?? at + seconds) - at - seconds)).toBeLessThan(
            0.1,
          );
        },
      ),
    );
  });

  it('property: at that instant all is spent, and never before; else it never is', () => {
    fc.assert(
      fc.property(dailyShares, rates, (all, burnRate) => {
        const sum = all.reduce((total, share) => total + share, 0);
        const shares = sum < 1 ? all : all.map(share => (share / sum) * 0.99);
        const found = rollingExhaustion({
          at,
          remaining: 1 - spentAfter(shares, burnRate, 0),
          burnRate,
          windowSeconds: WINDOW,
          spent: stretches(shares),
        });
        const seconds = found === undefined ? WINDOW : found - at;
        for (let step = 0; step < 200; step += 1) {
          expect(
            spentAfter(shares, burnRate, (seconds * step) / 200),
          ).toBeLessThan(1 + 1e-6);
        }
        expect(
          found === undefined
            ? Math.min(1, spentAfter(shares, burnRate, seconds))
            : spentAfter(shares, burnRate, seconds),
        ).toBeCloseTo(found === undefined ? Math.min(1, burnRate) : 1, 6);
      }),
    );
  });

  it('property: a steady rate below 1 is never the end', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        burnRate => {
          const spent = stretches(
            Array.from({ length: 30 }, () => burnRate / 30),
          );
          expect(
            rollingExhaustion({
              at,
              remaining: 1 - burnRate,
              burnRate,
              windowSeconds: WINDOW,
              spent,
            }),
          ).toBeUndefined();
        },
      ),
    );
  });
});

import fc from 'fast-check';
import { ledgers } from '../__testUtils__/arbitraries';
import type { Bucket } from '../ledger/Bucket';
import { PairWatch } from './PairWatch';
import { replayInstants } from './replayInstants';
import { RunningSums } from './RunningSums';

const HOUR = 3_600;
/** On a quarter of an hour. */
const start = 1_790_000_100;
const span = { from: start + 2 * HOUR, to: start + 20 * HOUR };

/** The same in quarters of an hour. */
function folded(buckets: readonly Bucket[]): Bucket[] {
  const quarters = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const at = Math.floor(bucket.start / 900) * 900;
    const quarter = quarters.get(at) ?? {
      start: at,
      seconds: 900,
      bad: 0,
      total: 0,
      coveredSeconds: 0,
    };
    quarter.bad += bucket.bad;
    quarter.total += bucket.total;
    quarter.coveredSeconds += bucket.coveredSeconds;
    quarters.set(at, quarter);
  }
  return [...quarters.values()];
}

const fast = { severity: 'page', long: '1h', short: '5m' } as const;
const slower = { severity: 'page', long: '6h', short: '30m' } as const;
const ledger = ledgers({ start, step: 300, maxLength: 240 });
const factors = fc.integer({ min: 1, max: 200 });

function watches(
  buckets: readonly Bucket[],
  pair: typeof fast | typeof slower,
  factor: number,
) {
  const common = {
    ...span,
    pair: { ...pair, factor },
    target: 0.999,
    unit: 'events' as const,
    minBad: 10,
  };
  const quarters = folded(buckets);
  return {
    fine: PairWatch.create({ ...common, sums: RunningSums.create(buckets) }),
    coarse: PairWatch.create({
      ...common,
      sums: RunningSums.create(quarters),
      fineFrom: span.to,
    }),
  };
}

describe('PairWatch', () => {
  it('property: what is certain not to have burned has not', () => {
    fc.assert(
      fc.property(ledger, factors, (buckets, factor) => {
        const { fine, coarse } = watches(buckets, fast, factor);
        const instants = replayInstants(span);
        const burned = instants.filter(at => fine.look(at));
        expect(instants.some(at => coarse.look(at))).toBe(false);
        const again = watches(buckets, fast, factor).coarse;
        const possible = new Set(
          instants.filter(at => again.mayHaveBurned(at)),
        );
        const quarterOf = (at: number) => Math.ceil(at / 900) * 900;
        expect(burned.filter(at => !possible.has(quarterOf(at)))).toEqual([]);
      }),
    );
  });

  it('property: on whole quarters it says what finer buckets say there', () => {
    fc.assert(
      fc.property(ledger, factors, (buckets, factor) => {
        const { fine, coarse } = watches(buckets, slower, factor);
        const looks = replayInstants(span)
          .map(at => ({ at, exact: fine.look(at), told: coarse.look(at) }))
          .filter(({ at }) => at % 900 === 0);
        expect(looks.map(({ told }) => told)).toEqual(
          looks.map(({ exact }) => exact),
        );
        expect(looks.some(({ at }) => coarse.mayHaveBurned(at))).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import type { KeySum } from './KeySums';
import { restatementsOf } from './restatementsOf';

const period = { billingAccount: 'acme', billingMonth: '2026-10-01' };

const sum = (keyId: string, amount: bigint, currency = 'USD'): KeySum => ({
  ...period,
  currency,
  keyId,
  product: `product of ${keyId}`,
  amounts: { billed: amount, effective: amount, contracted: 0n, list: 0n },
});

const sums = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      fc.bigInt({ min: -100n, max: 100n }),
      fc.constantFrom('USD', 'EUR'),
    )
    .map(([key, amount, currency]) => sum(key, amount, currency)),
);

describe('restatementsOf', () => {
  it('says by how much each currency and metric moved, or nothing', () => {
    fc.assert(
      fc.property(sums, sums, (before, after) => {
        const restated = restatementsOf({ period, before, after });
        for (const currency of ['USD', 'EUR']) {
          const total = (all: KeySum[]) =>
            all
              .filter(one => one.currency === currency)
              .reduce((amount, one) => amount + one.amounts.billed, 0n);
          const found = restated.find(
            one => one.currency === currency && one.metric === 'billed',
          );
          const moved = total(after) - total(before);
          expect((found?.after ?? 0n) - (found?.before ?? 0n)).toBe(moved);
          expect(found === undefined).toBe(moved === 0n);
        }
        expect(restated.every(({ metric }) => metric !== 'list')).toBe(true);
      }),
    );
  });

  it('names the keys that moved most, up or down, five at the most', () => {
    const [restated] = restatementsOf({
      period,
      before: [sum('a', 10n), sum('b', 500n), sum('same', 9n)],
      after: [
        sum('a', 310n),
        sum('same', 9n),
        ...['c', 'd', 'e', 'f'].map((key, index) =>
          sum(key, BigInt(index + 1)),
        ),
      ],
    });

    expect(
      restated.largest.map(({ keyId, difference }) => [keyId, difference]),
    ).toEqual([
      ['b', '-0.0000005'],
      ['a', '0.0000003'],
      ['f', '0.000000004'],
      ['e', '0.000000003'],
      ['d', '0.000000002'],
    ]);
    expect(restated.largest[0].name).toBe('product of b');
  });

  it('says nothing of a month that is as it was', () => {
    expect(
      restatementsOf({
        period,
        before: [sum('a', 3n), sum('b', 4n)],
        after: [sum('b', 3n), sum('a', 4n)],
      }),
    ).toEqual([]);
  });
});

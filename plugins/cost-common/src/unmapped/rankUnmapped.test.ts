import fc from 'fast-check';
import { lineOf } from '../__testUtils__/lines';
import type { ChargeKey } from '../bill/ChargeKey';
import { formatAmount } from '../money/formatAmount';
import { parseAmount } from '../money/parseAmount';
import { proposeServices } from './proposeServices';
import { rankUnmapped } from './rankUnmapped';

const services = ['checkout', 'cart', 'cart-worker', 'payments-api'].map(
  name => ({
    entityRef: `component:default/${name}`,
    title: name,
    names: [name],
  }),
);

function charge(key: Partial<ChargeKey>, cost = '1') {
  return { key: lineOf({ key }).key, amount: parseAmount(cost), rows: 2 };
}

function ranked(charges: ReturnType<typeof charge>[]) {
  return rankUnmapped({ charges, services, tags: ['service', 'team'] });
}

describe('rankUnmapped', () => {
  it('gathers by what would map it, dearest first', () => {
    const result = ranked([
      charge({ tags: { team: 'x', service: 'chekout' } }, '3'),
      charge({ tags: { service: 'chekout' }, product: 'Amazon S3' }, '4'),
      charge({ resourceId: 'vol-1', resourceName: 'cart data' }, '9'),
      charge({ product: 'Tax' }, '-2'),
      charge({ product: '', subAccount: '77' }, '1'),
    ]);
    expect(
      result.map(({ by, name, value, total, rows, product, annotation }) =>
        [by, name, value, total, rows, product, annotation?.key].join(' | '),
      ),
    ).toEqual([
      'resource | cart data | vol-1 | 9.00 | 2 | Amazon EC2 | plimsoll.dev/cost-resources',
      'tag | service | chekout | 7.00 | 4 |  | plimsoll.dev/cost-tags',
      'sub-account | 77 | 77 | 1.00 | 2 |  | plimsoll.dev/cost-accounts',
      'product | Tax | Tax | -2.00 | 2 | Tax | plimsoll.dev/cost-products',
    ]);
    expect(result[1].annotation?.value).toBe('service=chekout');
    expect(result[1].proposals).toEqual([
      {
        entityRef: 'component:default/checkout',
        title: 'checkout',
        because: 'one-letter-off',
      },
    ]);
    expect(result[0].proposals[0].because).toBe('name-in-it');
  });

  it('offers no annotation that would be read back as something else', () => {
    const [comma, plain] = ranked([
      charge({ tags: { team: 'shop, eu' } }, '3'),
      charge({ tags: { team: 'shop' } }, '2'),
    ]);
    expect(comma.value).toBe('shop, eu');
    expect(comma).not.toHaveProperty('annotation');
    expect(plain.annotation?.value).toBe('team=shop');
  });

  it('adds up to what is unallocated, whatever the order', () => {
    const text = fc.constantFrom('', 'a', 'b');
    const charges = fc.array(
      fc.record({
        key: fc
          .record({
            product: text,
            resourceId: text,
            subAccount: text,
            tags: fc.record({ service: text, team: text }),
          })
          .map(key => lineOf({ key }).key),
        amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        rows: fc.nat(9),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(charges, all => {
        const result = ranked(all);
        const sum = result.reduce(
          (total, group) => total + parseAmount(group.total),
          0n,
        );
        expect(formatAmount(sum)).toBe(
          formatAmount(all.reduce((total, { amount }) => total + amount, 0n)),
        );
        const reversed = ranked([...all].reverse());
        expect(new Set(reversed.map(group => group.total))).toEqual(
          new Set(result.map(group => group.total)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('proposeServices', () => {
  const propose = (...texts: string[]) =>
    proposeServices({ texts, services }).map(
      ({ title, because }) => `${title} ${because}`,
    );

  it('proposes the likeliest first, three at most', () => {
    expect(propose('Cart')).toEqual([
      'cart same-name',
      'cart-worker part-of-name',
    ]);
    expect(propose('prod_payments-api_db')).toEqual([
      'payments-api name-in-it',
    ]);
    expect(propose('checkoutt', 'carts')).toEqual([
      'cart one-letter-off',
      'checkout one-letter-off',
    ]);
  });

  it('proposes nothing by chance', () => {
    expect(propose('')).toEqual([]);
    expect(propose('art')).toEqual([]);
    expect(propose('vol-0a1b2c')).toEqual([]);
    expect(propose('discarted')).toEqual([]);
  });
});

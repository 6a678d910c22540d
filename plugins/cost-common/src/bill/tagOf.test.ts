import { ChargeMatcher } from '../allocation/ChargeMatcher';
import { matchesCharge } from '../allocation/matchesCharge';
import { rankUnmapped } from '../unmapped/rankUnmapped';
import { tagOf } from './tagOf';

const key = {
  billingAccount: '1',
  product: 'EC2',
  category: 'compute' as const,
  tags: { service: 'cart' },
};

describe('tagOf', () => {
  it('knows only the tags that a charge has', () => {
    expect(tagOf(key, 'service')).toBe('cart');
    for (const name of ['team', 'constructor', '__proto__', 'toString']) {
      expect(tagOf(key, name)).toBeUndefined();
    }
  });

  it('keeps what objects inherit out of matching and ranking', () => {
    const tags = ['constructor', '__proto__'];
    for (const name of tags) {
      const tag = { key: name, value: 'cart' };
      expect(matchesCharge({ match: { tag }, key })).toBe(false);
    }
    const matcher = ChargeMatcher.create({ tags, rules: [], mapping: [] });
    expect(matcher.ownerOf(key, 'usage')).toEqual({ to: 'unallocated' });
    const charges = [{ key, amount: 5n, rows: 1 }];
    expect(rankUnmapped({ charges, tags, services: [] })).toMatchObject([
      { by: 'product', value: 'EC2' },
    ]);
  });
});

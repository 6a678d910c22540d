import type { RateCard } from './RateCard';
import { estimateCost } from './estimateCost';

const rateCard: RateCard = {
  title: 'ShopKart, AWS',
  asOf: '2026-11-01',
  currency: 'USD',
  items: [
    item('control-plane', '73'),
    item('t3.medium', '31.6'),
    item('cache', '70', 'cache'),
    item('alb', '16.2', 'network'),
  ],
  sets: { 'fastapi-redis': { 'control-plane': 1, 't3.medium': 3, cache: 1 } },
};

function item(
  name: string,
  unitPrice: string,
  category: RateCard['items'][number]['category'] = 'compute',
) {
  return { name, title: name.toUpperCase(), unitPrice, category };
}

describe('estimateCost', () => {
  it('multiplies and adds exactly', () => {
    expect(
      estimateCost({ rateCard, request: { items: { 't3.medium': 3 } } }),
    ).toEqual({
      monthly: '94.80',
      currency: 'USD',
      items: [
        {
          name: 't3.medium',
          title: 'T3.MEDIUM',
          quantity: 3,
          unitPrice: '31.60',
          monthly: '94.80',
          category: 'compute',
        },
      ],
      rateCard: { title: 'ShopKart, AWS', asOf: '2026-11-01' },
    });
  });

  it('knows what a kind of service needs, and what is changed of it', () => {
    const set = 'fastapi-redis';
    const monthly = (items?: Record<string, number>) =>
      estimateCost({ rateCard, request: { set, items } }).monthly;
    expect(monthly()).toBe('237.80');
    expect(monthly({ 't3.medium': 1, alb: 0.5 })).toBe('182.70');
    expect(monthly({ cache: 0 })).toBe('167.80');
  });

  it('costs nothing with nothing', () => {
    expect(estimateCost({ rateCard, request: {} })).toEqual(
      expect.objectContaining({ monthly: '0.00', items: [] }),
    );
  });

  it.each([
    [{ set: 'go' }, 'no set "go"; it has fastapi-redis'],
    [{ set: 'toString' }, 'no set "toString"'],
    [{ items: { gpu: 1 } }, 'no "gpu"; it has control-plane, t3.medium'],
    [{ items: { alb: -1 } }, 'The quantity of "alb" must be a number'],
    [{ items: { alb: Number.NaN } }, 'The quantity of "alb"'],
    [{ items: { alb: 1e9 } }, 'The quantity of "alb"'],
  ])('refuses %o', (request, message) => {
    expect(() => estimateCost({ rateCard, request })).toThrow(message);
  });
});

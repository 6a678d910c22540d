import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { estimateCost } from '@plimsoll/plugin-cost-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readRateCard } from './readRateCard';

const read = (rateCard: object | undefined, more: object = {}) =>
  readRateCard(
    new ConfigReader({ cost: { rateCard, ...more } } as unknown as JsonObject),
  );
const node = { name: 'node', unitPrice: '31.60', category: 'compute' };
const card = { title: 'Prices', items: [node] };

describe('readRateCard', () => {
  it('reads prices as they are written, numbers too', () => {
    expect(
      read({
        ...card,
        asOf: '2026-11-01',
        items: [node, { name: 'alb', title: 'ALB', unitPrice: 16.2 }],
        sets: { small: { node: 3, alb: 0.5 } },
      }),
    ).toEqual({
      title: 'Prices',
      asOf: '2026-11-01',
      currency: 'USD',
      items: [
        { ...node, title: 'node' },
        { name: 'alb', title: 'ALB', unitPrice: '16.2', category: 'other' },
      ],
      sets: { small: { node: 3, alb: 0.5 } },
    });
  });

  it("is in its own currency, or in the portal's", () => {
    expect(read(card, { currency: 'EUR' })?.currency).toBe('EUR');
    expect(
      read({ ...card, currency: 'PLN' }, { currency: 'EUR' })?.currency,
    ).toBe('PLN');
  });

  it('may be missing', () => {
    expect(read(undefined)).toBeUndefined();
  });

  it.each([
    [{ ...card, items: [{ ...node, unitPrice: 'much' }] }, "is 'much'; write"],
    [{ ...card, items: [{ ...node, unitPrice: -1 }] }, "is '-1'; write"],
    [{ ...card, items: [{ ...node, category: 'cpu' }] }, "is 'cpu'; write one"],
    [{ ...card, items: [node, node] }, 'has node twice'],
    [{ ...card, asOf: 'May' }, "asOf is 'May'"],
    [{ ...card, sets: { a: { alb: 1 } } }, 'sets.a.alb is no item'],
    [{ ...card, sets: { a: { node: 'two' } } }, 'must be a number'],
    [{ title: 'Prices' }, "'cost.rateCard.items'"],
  ])('refuses %j', (data, message) => {
    expect(() => read(data)).toThrow(message);
  });

  it("estimates the FastAPI platform at ShopKart's 312.40 USD", () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../app-config.yaml'),
      'utf8',
    );
    const rateCard = readRateCard(new ConfigReader(parse(text) as JsonObject))!;
    expect(
      estimateCost({ rateCard, request: { set: 'fastapi-redis' } }),
    ).toMatchObject({ monthly: '312.40', currency: 'USD' });
  });
});

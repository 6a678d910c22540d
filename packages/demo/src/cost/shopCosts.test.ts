import {
  type AllocatedCost,
  conservationOf,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import { shopCosts, shopLines } from '../__testUtils__/shopBill';

const NOVEMBER = '2026-11-01';
const CHECKOUT = 'component:default/checkout';

function dollars(
  costs: readonly AllocatedCost[],
  of: (cost: AllocatedCost) => boolean,
): number {
  const sum = costs
    .filter(of)
    .reduce((all, { amounts }) => all + amounts.effective, 0n);
  return Number(formatAmount(sum));
}

describe('what the services of ShopKart cost', () => {
  let costs: AllocatedCost[];
  beforeAll(async () => {
    costs = await shopCosts(NOVEMBER);
  });

  it('is the bill, to the last nano-unit', () => {
    const parts = conservationOf({ lines: shopLines(NOVEMBER), costs });
    expect(parts.length).toBeGreaterThan(0);
    for (const { difference } of parts) {
      expect(Number(difference)).toBe(0);
    }
  });

  it('is near 415 USD for checkout by the 17th, from the picture of its tab', () => {
    const until = (cost: AllocatedCost) =>
      cost.entityRef === CHECKOUT && cost.day <= '2026-11-17';
    expect(dollars(costs, until)).toBeGreaterThan(405);
    expect(dollars(costs, until)).toBeLessThan(430);
    const share = (category: string) =>
      dollars(costs, cost => until(cost) && cost.category === category);
    expect(share('compute')).toBeGreaterThan(180);
    expect(share('compute')).toBeLessThan(200);
    expect(share('database')).toBeCloseTo(106.76, 0);
    expect(share('cache')).toBeCloseTo(39.64, 1);
  });

  it('is 312.40 USD for session-api, which shares nothing', () => {
    const own = costs.filter(
      ({ entityRef }) => entityRef === 'component:default/session-api',
    );
    expect(dollars(own, () => true)).toBe(312.4);
    expect(own.every(({ basis }) => basis?.by === 'direct')).toBe(true);
  });

  it('leaves nearly a hundredth to nobody, and shows what is idle', () => {
    const all = dollars(costs, () => true);
    const unallocated = dollars(costs, ({ pool }) => pool === 'unallocated');
    const idle = dollars(costs, ({ pool }) => pool === 'idle');
    expect(unallocated / all).toBeGreaterThan(0.0075);
    expect(unallocated / all).toBeLessThan(0.0105);
    expect(idle / all).toBeGreaterThan(0.02);
    expect(idle / all).toBeLessThan(0.1);
  });

  it('has every service of the shop in it', () => {
    const refs = new Set(costs.map(({ entityRef }) => entityRef));
    refs.delete(undefined);
    expect(refs.size).toBe(25);
  });
});

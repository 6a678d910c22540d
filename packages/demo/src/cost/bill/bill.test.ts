import { addDays, addMonths, daysOfMonth } from '../calendar/utcDays';
import type { Charge } from '../charges/Charge';
import { nodePrice, SHOP_NODES } from '../figures/nodes';
import { nodeShares } from '../figures/nodeShares';
import { usd } from '../money/micros';
import { dayCharges, KNOWN_OF_LAST_DAY, monthCharges } from './monthCharges';

const MONTHS = Array.from({ length: 13 }, (_, index) =>
  addMonths('2026-11-01', -index),
);

function complete(month: string, restated = true): Charge[] {
  const lastDay = addMonths(month, 1);
  return [...monthCharges({ month, lastDay, restated })].flat();
}

function sum(
  charges: readonly Charge[],
  of: (charge: Charge) => boolean = () => true,
  metric: (charge: Charge) => number = ({ effective }) => effective,
): number {
  return charges.filter(of).reduce((all, charge) => all + metric(charge), 0);
}

const serviceOf = ({ tags }: Charge) => tags?.service;

describe("ShopKart's bill", () => {
  it.each(MONTHS)(
    'charges 312.40 USD for the FastAPI platform in %s',
    month => {
      const charges = complete(month).filter(
        charge => charge.subAccount === 'sessions',
      );
      expect(sum(charges)).toBe(usd(312.4));
      expect(charges.every(charge => serviceOf(charge) === 'session-api')).toBe(
        true,
      );
    },
  );

  it('has the monthly table of the FastAPI platform', () => {
    const charges = complete('2026-10-01').filter(
      charge => charge.subAccount === 'sessions',
    );
    const table = Object.fromEntries(
      [...new Set(charges.map(({ product }) => product))].map(product => [
        product,
        sum(charges, charge => charge.product === product) / 1e6,
      ]),
    );
    expect(table).toEqual({
      eks: 73,
      ec2: 94.8,
      elasticache: 70,
      alb: 16.2,
      nat: 32.4,
      transfer: 15,
      s3: 2,
      cloudwatch: 8,
      route53: 1,
    });
  });

  it.each(MONTHS)('has nearly a hundredth without an owner in %s', month => {
    const charges = complete(month);
    const stray = sum(
      charges,
      charge => charge.nullAsWord === true || serviceOf(charge) === 'coupon',
    );
    expect(stray / sum(charges)).toBeGreaterThan(0.0075);
    expect(stray / sum(charges)).toBeLessThan(0.0105);
  });

  it('pays for the savings plan what its hours are worth, used or not', () => {
    for (const month of MONTHS) {
      const charges = complete(month);
      const bought = sum(
        charges,
        ({ kind }) => kind === 'Purchase',
        ({ billed, effective }) => billed ?? effective,
      );
      expect(sum(charges, ({ plan }) => plan !== undefined)).toBe(bought);
    }
  });

  it('never uses more of a node than there is', () => {
    for (let day = '2025-11-01'; day < '2027-03-01'; day = addDays(day, 1)) {
      const shares = nodeShares(day);
      for (const node of SHOP_NODES) {
        const used = shares
          .filter(share => share.node === node)
          .reduce((all, { cost }) => all + cost, 0);
        expect(used / nodePrice(node)).toBeLessThan(1);
      }
    }
  });

  it('costs some 13,000 USD a month', () => {
    const dollars = sum(complete('2026-10-01')) / 1e6;
    expect(dollars).toBeGreaterThan(12_300);
    expect(dollars).toBeLessThan(13_800);
  });

  it('is the same whenever it is made', () => {
    expect(dayCharges('2026-11-03')).toEqual(dayCharges('2026-11-03'));
    expect(complete('2026-09-01')).toEqual(complete('2026-09-01'));
  });

  it('is 3.18 USD lower once the month was mended', () => {
    expect(
      sum(complete('2026-10-01', true)) - sum(complete('2026-10-01', false)),
    ).toBe(usd(-3.18));
  });

  it('has a refund, a credit and a tax as rows of their own', () => {
    const charges = complete('2026-10-01');
    const refunds = charges.filter(({ correction }) => correction);
    expect(refunds).toEqual([
      expect.objectContaining({
        day: '2026-09-19',
        kind: 'Adjustment',
        effective: usd(-12.6),
      }),
    ]);
    expect(sum(charges, ({ kind }) => kind === 'Credit')).toBe(usd(-25));
    expect(sum(charges, ({ kind }) => kind === 'Tax')).toBeCloseTo(
      31 * 11.6e6 * 0.19,
    );
  });

  it('knows only a part of the newest day, and nothing after it', () => {
    const edition = { month: '2026-11-01', restated: false };
    const days = [...monthCharges({ ...edition, lastDay: '2026-11-20' })].slice(
      1,
    );
    expect(days).toHaveLength(20);
    const usage = ({ kind }: Charge) => kind === 'Usage';
    expect(sum(days[19], usage)).toBeCloseTo(
      KNOWN_OF_LAST_DAY * sum(dayCharges('2026-11-20'), usage),
      -3,
    );
    expect(days[18]).toEqual(dayCharges('2026-11-19'));
  });

  it('lets product-listing send a third more while its cache is cold', () => {
    const transfer = (day: string) =>
      sum(
        dayCharges(day),
        charge =>
          charge.product === 'transfer' &&
          serviceOf(charge) === 'product-listing',
      ) / 1e6;
    expect(transfer('2026-11-14') - transfer('2026-11-07')).toBeGreaterThan(11);
    expect(transfer('2026-11-07')).toBeLessThan(12);
    expect(transfer('2026-11-28')).toBeLessThan(12);
  });

  it('makes checkout dearer by some 1.81 USD a day from v2.31.2 on', () => {
    const compute = (from: string, to: string) => {
      const days = daysOfMonth('2026-11-01').filter(
        day => day >= from && day < to,
      );
      const all = days.flatMap(nodeShares);
      return (
        all
          .filter(({ service }) => service === 'checkout')
          .reduce((total, { cost }) => total + cost, 0) /
        days.length /
        1e6
      );
    };
    const more =
      compute('2026-11-15', '2026-11-19') - compute('2026-11-01', '2026-11-05');
    expect(more).toBeGreaterThan(1.7);
    expect(more).toBeLessThan(1.95);
  });
});

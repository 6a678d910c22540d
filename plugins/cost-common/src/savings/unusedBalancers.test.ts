import { addDays } from '../calendar/utcDays';
import { type BalancerCharge, unusedBalancers } from './unusedBalancers';

const completeTo = '2026-11-19';
const product = 'Elastic Load Balancing';

/** Charged each day of the last so many, in one unit. */
const each = (
  resourceId: string,
  days: number,
  rest: Partial<BalancerCharge> = {},
): BalancerCharge[] =>
  Array.from({ length: days }, (_, index) => ({
    resourceId,
    product,
    day: addDays(completeTo, -index),
    unit: 'Hrs',
    quantity: 24,
    ...rest,
  }));
const busy = [
  ...each('shop', 28),
  ...each('shop', 28, { unit: 'LCU-Hrs', quantity: 9 }),
];
const idleDays = (charges: readonly BalancerCharge[]) =>
  unusedBalancers({ charges, completeTo }).map(item => [
    item.resourceId,
    item.idleDays,
  ]);

describe('unusedBalancers', () => {
  it('finds what is charged by the hour and has no traffic', () => {
    expect(
      unusedBalancers({ charges: [...busy, ...each('old', 20)], completeTo }),
    ).toEqual([
      {
        resourceId: 'old',
        kind: 'load-balancer',
        idleDays: 20,
        evidence: 'no-traffic-billed',
      },
    ]);
  });

  it('counts from the last traffic on; traffic of nothing is none', () => {
    const day = addDays(completeTo, -16);
    const charges = [
      ...busy,
      ...each('old', 28),
      ...each('old', 28, { unit: 'LCU-Hrs', quantity: 0 }),
      ...each('old', 1, { unit: 'GB', quantity: 0.001, day }),
    ];
    expect(idleDays(charges)).toEqual([['old', 16]]);
  });

  it('takes a row without a unit or a quantity for traffic', () => {
    expect(
      idleDays([
        ...busy,
        ...each('a', 28),
        ...each('a', 1, { unit: undefined }),
        ...each('b', 28),
        ...each('b', 1, { unit: 'GB', quantity: undefined }),
      ]),
    ).toEqual([]);
  });

  it('counts only days in a row up to the last complete one', () => {
    const gap = each('old', 28).filter(
      ({ day }) => day !== addDays(completeTo, -5),
    );
    expect(idleDays([...busy, ...gap])).toEqual([['old', 5]]);
    // it is gone already
    expect(idleDays([...busy, ...each('old', 28).slice(1)])).toEqual([]);
  });

  it('claims nothing of a bill that shows traffic of no balancer', () => {
    expect(idleDays([...each('shop', 28), ...each('old', 28)])).toEqual([]);
    const other = each('vpn', 28, { product: 'VPN', unit: 'GB' });
    expect(idleDays([...other, ...each('old', 28)])).toEqual([]);
  });
});

import { ConfigReader } from '@backstage/config';
import { readUnits, REQUESTS } from './readUnits';

function read(...units: object[]) {
  return readUnits(new ConfigReader({ cost: { units } }));
}

describe('readUnits', () => {
  it('knows requests, what services do and what objectives count', () => {
    expect(
      read(
        { unit: 'carts', entityRef: 'cart' },
        {
          unit: 'orders',
          per: 10,
          objective: 'slo:default/checkout-orders/accepted',
        },
      ),
    ).toEqual([
      REQUESTS,
      { unit: 'carts', per: 1_000, entityRef: 'component:default/cart' },
      {
        unit: 'orders',
        per: 10,
        objective: {
          ref: 'slo:default/checkout-orders',
          objective: 'accepted',
        },
      },
    ]);
  });

  it.each([
    [{ unit: 'orders', objective: 'orders' }, /cost\.units\[0\]\.objective/],
    [{ unit: 'orders', objective: 'slo:default/orders' }, /objective/],
    [{ unit: 'orders', objective: 'slo:default/orders/' }, /objective/],
    [
      { unit: 'orders', entityRef: 'a', objective: 'slo:default/b/c' },
      /entityRef and objective/,
    ],
    [{ unit: 'orders', per: 0 }, /above 0/],
  ])('refuses %j', (unit, message) => {
    expect(() => read(unit)).toThrow(message);
  });
});

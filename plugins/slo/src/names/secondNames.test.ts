import { stringifyObjectiveKey } from '@plimsoll/plugin-slo-common';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { secondNames } from './secondNames';

describe('secondNames', () => {
  const key = stringifyObjectiveKey;
  const one = objectiveStatus();
  const other = objectiveStatus({ ref: 'slo:shop/checkout-slow' });

  it('are the documents of objectives that are called the same', () => {
    expect(
      secondNames([one, objectiveStatus({ displayName: 'Speed' }), other]),
    ).toEqual(
      new Map([
        [key(one), 'checkout-availability'],
        [key(other), 'shop/checkout-slow'],
      ]),
    );
  });

  it('are not needed where services differ', () => {
    const elsewhere = { ...other, entityRef: 'component:default/cart' };
    expect(secondNames([one, elsewhere]).size).toBe(0);
    expect(secondNames([]).size).toBe(0);
  });

  it('also name the objective where one document calls two the same', () => {
    const twin = objectiveStatus({ objective: 'twin' });
    expect(secondNames([one, twin, other])).toEqual(
      new Map([
        [key(one), 'checkout-availability#availability'],
        [key(twin), 'checkout-availability#twin'],
        [key(other), 'shop/checkout-slow'],
      ]),
    );
  });
});

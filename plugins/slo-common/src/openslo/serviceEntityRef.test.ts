import { serviceEntityRef } from './serviceEntityRef';

describe('serviceEntityRef', () => {
  it.each([
    ['checkout', 'component:shop/checkout'],
    ['Checkout', 'component:shop/checkout'],
    ['default/checkout', 'component:default/checkout'],
    ['component:checkout', 'component:shop/checkout'],
    ['system:default/storefront', 'system:default/storefront'],
    ['api:orders', 'api:shop/orders'],
  ])('takes %s in the namespace shop for %s', (service, entityRef) => {
    expect(serviceEntityRef({ service, namespace: 'shop' })).toEqual({
      entityRef,
    });
  });

  it.each([
    ['', 'is no entity ref'],
    [':checkout', 'is no entity ref'],
    ['resource:default/redis', 'is of a kind that has no objectives'],
    ['a b', 'is no name that a component can have'],
    ['A B/checkout', 'is no name that a component can have'],
  ])('refuses %j', (service, fault) => {
    expect(serviceEntityRef({ service, namespace: 'default' })).toEqual({
      fault: expect.stringContaining(fault),
    });
  });
});

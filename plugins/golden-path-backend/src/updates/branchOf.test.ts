import { branchOf } from './branchOf';

describe('branchOf', () => {
  it('differs for two services of one template in one repository', () => {
    const of = (entityRef: string) =>
      branchOf({ entityRef, template: 'node-service', version: '1.1.0' });
    expect(of('component:default/cart')).toBe(
      'golden-path/cart/node-service-v1.1.0',
    );
    expect(of('component:default/stock')).toBe(
      'golden-path/stock/node-service-v1.1.0',
    );
    expect(of('component:shop/cart')).toBe(
      'golden-path/shop/cart/node-service-v1.1.0',
    );
  });
});

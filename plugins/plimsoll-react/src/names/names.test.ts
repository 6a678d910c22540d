import { entityName } from './entityName';
import { refName } from './refName';

describe('refName', () => {
  it.each([
    ['component:default/checkout', 'checkout'],
    ['component:shop/checkout', 'shop/checkout'],
    ['checkout', 'checkout'],
    ['group:default/payments-crew', 'payments-crew'],
    ['a:b:c/', 'a:b:c/'],
    ['', ''],
  ])('calls %p %p', (ref, name) => {
    expect(refName(ref)).toBe(name);
  });
});

describe('entityName', () => {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout' },
  };

  it('prefers the title', () => {
    expect(entityName(entity)).toBe('checkout');
    expect(
      entityName({
        ...entity,
        metadata: { name: 'checkout', title: 'Check out' },
      }),
    ).toBe('Check out');
  });
});

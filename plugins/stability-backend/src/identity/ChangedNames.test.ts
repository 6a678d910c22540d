import { isTouched } from './ChangedNames';

describe('isTouched', () => {
  const values = new Set(['shop/cart']);

  it.each([
    ['any', [], true],
    [
      { values, services: false },
      [{ type: 'repository', value: ' Shop/Cart' }],
      true,
    ],
    [
      { values, services: false },
      [{ type: 'repository', value: 'shop/pay' }],
      false,
    ],
    [{ values, services: false }, [{ type: 'service', value: 'pay' }], false],
    [{ values, services: true }, [{ type: 'service', value: 'pay' }], true],
    [{ values, services: true }, [{ type: 'job', value: 'pay' }], false],
    [{ values, services: false }, [], false],
  ] as const)('%j touches %j: %s', (changed, hints, expected) => {
    expect(isTouched(changed, hints)).toBe(expected);
  });
});

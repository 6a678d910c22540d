import { askedEntity } from './askedEntity';

describe('askedEntity', () => {
  it.each([
    ['checkout', 'component:default/checkout', false],
    ['Component:shop/Checkout', 'component:shop/checkout', false],
    ['system:shop', 'system:default/shop', true],
    ['domain:default/retail', 'domain:default/retail', true],
    ['group:payments', 'group:default/payments', true],
  ])('reads %s', (text, entityRef, isRollup) => {
    expect(askedEntity(text)).toEqual({ entityRef, isRollup });
  });

  it.each(['user:default/maja', 'User:maja'])(
    'counts nothing for a person: %s',
    text => {
      expect(() => askedEntity(text)).toThrow(
        `'${text}' is a person, for whom nothing is counted`,
      );
    },
  );

  it('says what is no ref', () => {
    expect(() => askedEntity('component:')).toThrow(
      "'component:' is no entity ref",
    );
  });
});

import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { RULE_ORIGINS } from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { ruleEntity } from './ruleEntity';

const name = (id: string) =>
  ruleEntity({ origin: 'sloth', source: 'prometheus', id }).name;

describe('ruleEntity', () => {
  it('leaves an id that is a name as it is', () => {
    expect(
      ruleEntity({
        origin: 'sloth',
        source: 'prometheus',
        id: 'cart-availability',
      }),
    ).toEqual({
      kind: 'SLO',
      namespace: 'sloth.prometheus',
      name: 'cart-availability',
    });
  });

  it.each([
    ['Cart', /^cart-[0-9a-f]{8}$/],
    ['cart/eu', /^cart-eu-[0-9a-f]{8}$/],
    ['カート', /^[0-9a-f]{8}$/],
    ['a'.repeat(200), /^a{54}-[0-9a-f]{8}$/],
  ])('makes a name of %j', (id, pattern) => {
    expect(name(id)).toMatch(pattern);
  });

  it('names different ids differently, always the same, as addresses allow', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ minLength: 1, unit: 'grapheme' }),
        (a, b) => {
          expect(name(a)).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
          expect(name(a) === name(b)).toBe(a === b);
        },
      ),
    );
  });

  it.each(RULE_ORIGINS)(
    'gives %s a namespace that no entity of the catalog can have',
    origin => {
      const { namespace } = ruleEntity({ origin, source: 'main', id: 'a' });
      expect(KubernetesValidatorFunctions.isValidNamespace(namespace)).toBe(
        false,
      );
    },
  );
});

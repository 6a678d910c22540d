import { ConfigReader } from '@backstage/config';
import { readExistingRulesConfig } from './ExistingRulesConfig';

const read = (existingRules?: object) =>
  readExistingRulesConfig({
    name: 'main',
    config: new ConfigReader({ type: 'prometheus', existingRules }),
  });

describe('readExistingRulesConfig', () => {
  it('looks for nothing that is not switched on', () => {
    expect(read()).toBeUndefined();
    expect(read({ sloth: false, namespace: 'shop' })).toBeUndefined();
  });

  it('has defaults', () => {
    expect(read({ grafana: true, sloth: true })).toEqual({
      origins: ['sloth', 'grafana'],
      serviceLabel: undefined,
      namespace: 'default',
      services: [],
      identityLabels: [],
      removeAfterMs: 86_400_000,
    });
  });

  it('reads everything', () => {
    expect(
      read({
        pyrra: true,
        serviceLabel: 'app',
        namespace: 'shop',
        identityLabels: ['cluster'],
        removeAfter: { hours: 3 },
        services: [
          { value: 'basket', entityRef: 'cart' },
          { label: 'team', value: 'money', entityRef: 'system:default/pay' },
        ],
      }),
    ).toEqual({
      origins: ['pyrra'],
      serviceLabel: 'app',
      namespace: 'shop',
      identityLabels: ['cluster'],
      removeAfterMs: 10_800_000,
      services: [
        {
          label: undefined,
          value: 'basket',
          entityRef: 'component:shop/cart',
        },
        { label: 'team', value: 'money', entityRef: 'system:default/pay' },
      ],
    });
  });

  it.each([
    [
      { identityLabels: ['a-b'] },
      "slo.sources.main.existingRules names the label 'a-b', which Prometheus cannot have",
    ],
    [{ serviceLabel: '1' }, "names the label '1'"],
    [
      { services: [{ value: 'a', entityRef: 'group:default/b' }] },
      "slo.sources.main.existingRules.services[0].entityRef 'group:default/b' is of a kind that has no objectives",
    ],
    [{ services: [{ entityRef: 'b' }] }, "'existingRules.services[0].value'"],
    [
      { removeAfter: { minutes: 9 } },
      'slo.sources.main.existingRules.removeAfter is less than 10 minutes',
    ],
  ])('refuses %j', (rules, message) => {
    expect(() => read({ sloth: true, ...rules })).toThrow(message);
  });
});

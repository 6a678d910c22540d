import { foundObjective } from './__testUtils__/foundObjective';
import { candidateServices, matchService } from './matchService';

const CATALOG = [
  'component:default/cart',
  'component:shop/pay',
  'api:default/cart',
];

function match(
  labels: Record<string, string>,
  options: {
    origin?: 'sloth' | 'pyrra' | 'grafana';
    config?: Partial<Parameters<typeof matchService>[0]['config']>;
  } = {},
) {
  const { origin = 'sloth', config } = options;
  return matchService({
    found: foundObjective({ origin, labels }),
    config: { namespace: 'default', services: [], ...config },
    isService: ref => CATALOG.includes(ref),
  });
}

describe('matchService', () => {
  it.each([
    ['sloth', { sloth_service: 'cart' }],
    ['sloth', { sloth_service: 'unheard', service: 'cart' }],
    ['sloth', { sloth_service: 'Cart' }],
    ['sloth', { sloth_service: 'component:default/cart' }],
    ['pyrra', { service: 'cart' }],
    ['grafana', { grafana_slo_service: 'cart' }],
    ['grafana', { service_name: 'cart', service: 'cart' }],
  ] as const)('%s: takes the component that %j names', (origin, labels) => {
    expect(match(labels, { origin })).toEqual({
      entityRef: 'component:default/cart',
    });
  });

  it('takes a full ref of another kind and namespace', () => {
    expect(match({ service: 'api:default/cart' })).toEqual({
      entityRef: 'api:default/cart',
    });
    expect(match({ service: 'component:shop/pay' })).toEqual({
      entityRef: 'component:shop/pay',
    });
  });

  it('looks for plain names in the namespace of app-config alone', () => {
    expect(match({ service: 'pay' })).toEqual({
      refusal: {
        code: 'unknown-service',
        params: { label: 'service', value: 'pay' },
      },
    });
    expect(
      match({ service: 'pay' }, { config: { namespace: 'shop' } }),
    ).toEqual({ entityRef: 'component:shop/pay' });
  });

  it('asks the label of app-config and no other', () => {
    const config = { serviceLabel: 'app' };
    const labels = { app: 'cart', sloth_service: 'component:shop/pay' };
    expect(match(labels, { config })).toEqual({
      entityRef: 'component:default/cart',
    });
    expect(match({ sloth_service: 'cart' }, { config })).toEqual({
      refusal: { code: 'no-service', params: { labels: 'app' } },
    });
  });

  it('takes what app-config says of a value', () => {
    const services = [
      { value: 'basket', entityRef: 'component:default/cart' },
      { label: 'team', value: 'money', entityRef: 'component:shop/pay' },
    ];
    expect(
      match({ sloth_service: 'basket' }, { config: { services } }),
    ).toEqual({ entityRef: 'component:default/cart' });
    expect(match({ team: 'money' }, { config: { services } })).toEqual({
      entityRef: 'component:shop/pay',
    });
    // of that label alone, and no other value of it
    expect(match({ service: 'money' }, { config: { services } })).toMatchObject(
      {
        refusal: { code: 'unknown-service' },
      },
    );
    expect(match({ team: 'cart' }, { config: { services } })).toEqual({
      refusal: {
        code: 'no-service',
        params: { labels: 'sloth_service, service, team' },
      },
    });
  });

  it('guesses nothing where labels name two services', () => {
    expect(
      match({ sloth_service: 'cart', service: 'component:shop/pay' }),
    ).toEqual({
      refusal: {
        code: 'several-services',
        params: { services: 'component:default/cart, component:shop/pay' },
      },
    });
  });

  it('takes no text that cannot be a name for one', () => {
    const labels = { sloth_service: 'the cart of everybody' };
    expect(
      candidateServices(foundObjective({ labels }), {
        namespace: 'default',
        services: [],
      }),
    ).toEqual([]);
    expect(match(labels)).toMatchObject({
      refusal: { code: 'unknown-service' },
    });
  });
});

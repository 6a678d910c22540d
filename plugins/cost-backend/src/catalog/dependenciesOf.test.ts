import type { Entity } from '@backstage/catalog-model';
import { dependenciesOf } from './dependenciesOf';

const REDIS = 'resource:default/redis';
const CART = 'component:default/cart';
const PAY = 'component:default/pay';

function entity(
  kind: string,
  name: string,
  dependsOn: string[],
  weight?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: weight ? { 'plimsoll.dev/cost-weight': weight } : undefined,
    },
    relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
}

const of = (weight?: string) =>
  dependenciesOf({
    entities: [
      entity('Component', 'cart', [REDIS, PAY, 'resource:default/lost']),
      entity('Component', 'pay', ['Resource:default/Redis', REDIS]),
      entity('Resource', 'redis', [REDIS], weight),
    ],
  });

describe('dependenciesOf', () => {
  it('is who depends on a resource that there is, each once', () => {
    expect(of()).toEqual([
      { resourceRef: REDIS, consumerRef: CART },
      { resourceRef: REDIS, consumerRef: PAY },
    ]);
  });

  it.each([
    ['requests', { key: 'requests' }, { key: 'requests' }],
    ['even', { key: 'even' }, { key: 'even' }],
    ['cart=3, component:default/pay=0.5', { weight: 3 }, { weight: 0.5 }],
    ['cart=2,pay=much,=3,pay=-1,a:b/c/d=1', { weight: 2 }, {}],
    ['nonsense', {}, {}],
  ])('shares by %j', (weight, cart, pay) => {
    expect(of(weight)).toEqual([
      { resourceRef: REDIS, consumerRef: CART, ...cart },
      { resourceRef: REDIS, consumerRef: PAY, ...pay },
    ]);
  });
});

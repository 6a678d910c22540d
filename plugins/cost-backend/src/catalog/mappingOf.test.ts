import type { Entity } from '@backstage/catalog-model';
import { mappingOf } from './mappingOf';

function entity(
  kind: string,
  name: string,
  annotations?: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
  };
}

const ownerOf = (entities: Entity[], value: string, by = 'tag') =>
  mappingOf({ entities })
    .filter(entry => entry.by === by && entry.value === value)
    .map(entry => entry.entityRef);

describe('mappingOf', () => {
  it('knows an entity by its name, its ref and what it says of itself', () => {
    const entries = mappingOf({
      entities: [
        entity('Component', 'cart', {
          'backstage.io/kubernetes-id': 'cart-api',
          'plimsoll.dev/service': 'shop-cart',
          'plimsoll.dev/cost-tags': 'team=shop, app = basket ,only-a-value,',
          'plimsoll.dev/cost-resources': 'arn:aws:rds:eu:1:db:orders',
          'plimsoll.dev/cost-accounts': '1234',
          'plimsoll.dev/cost-products': 'Amazon SES',
        }),
      ],
    });
    const entityRef = 'component:default/cart';
    const named = ['cart', 'cart-api', 'shop-cart', entityRef].flatMap(
      value => [
        { by: 'tag', value, entityRef },
        { by: 'label', value, entityRef },
      ],
    );
    expect(entries).toHaveLength(named.length + 6);
    expect(entries).toEqual(
      expect.arrayContaining([
        ...named,
        { by: 'tag', key: 'team', value: 'shop', entityRef },
        { by: 'tag', key: 'app', value: 'basket', entityRef },
        { by: 'tag', value: 'only-a-value', entityRef },
        { by: 'resource', value: 'arn:aws:rds:eu:1:db:orders', entityRef },
        { by: 'sub-account', value: '1234', entityRef },
        { by: 'product', value: 'Amazon SES', entityRef },
      ]),
    );
  });

  it('lets what is said outdo what a name suggests', () => {
    const entities = [
      entity('Component', 'cart'),
      entity('Component', 'basket', {
        'backstage.io/kubernetes-id': 'CART',
      }),
    ];
    expect(ownerOf(entities, 'cart')).toEqual([]);
    expect(ownerOf(entities, 'CART')).toEqual(['component:default/basket']);
    expect(ownerOf(entities, 'basket')).toEqual(['component:default/basket']);
  });

  it('takes a component before a resource of the same name', () => {
    expect(
      ownerOf(
        [entity('Resource', 'redis'), entity('Component', 'redis')],
        'redis',
      ),
    ).toEqual(['component:default/redis']);
    expect(ownerOf([entity('Resource', 'redis')], 'redis')).toEqual([
      'resource:default/redis',
    ]);
  });

  it('lists all who claim one thing with equal right, for nobody to be given it', () => {
    const tags = { 'plimsoll.dev/cost-tags': 'team=shop' };
    expect(
      ownerOf(
        [entity('Component', 'a', tags), entity('Component', 'b', tags)],
        'shop',
      ),
    ).toEqual(['component:default/a', 'component:default/b']);
  });

  it('leaves out what is longer than any name', () => {
    expect(
      mappingOf({
        entities: [
          entity('Component', 'a', {
            'plimsoll.dev/cost-resources': 'x'.repeat(701),
            'plimsoll.dev/cost-tags': `${'k'.repeat(129)}=v`,
          }),
        ],
      }).map(({ value }) => value),
    ).toEqual(['component:default/a', 'component:default/a', 'a', 'a']);
  });
});

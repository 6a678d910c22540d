import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readServices } from './readServices';

function entity(
  kind: string,
  name: string,
  relations: Array<[type: string, targetRef: string]>,
  more?: Partial<Entity>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...more?.metadata },
    spec: more?.spec,
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

const entities = [
  entity(
    'Component',
    'Cart',
    [
      ['ownedBy', 'group:default/Shop'],
      ['ownedBy', 'user:default/ada'],
      ['partOf', 'component:default/site'],
      ['partOf', 'system:default/Shop'],
      ['dependsOn', 'resource:default/redis'],
    ],
    {
      metadata: {
        name: 'Cart',
        title: 'Shopping cart',
        annotations: { 'plimsoll.dev/tier': 'tier-1' },
      },
      spec: { type: 'service', lifecycle: 'production', system: 'shop' },
    },
  ),
  entity('API', 'cart', [['partOf', 'system:default/lost']]),
  entity('System', 'shop', [
    ['ownedBy', 'group:default/shop'],
    ['partOf', 'domain:default/retail'],
  ]),
  entity('Resource', 'redis', [['ownedBy', 'group:default/shop']]),
  entity('Group', 'shop', []),
];

describe('readServices', () => {
  it('reads Components, Systems and APIs with what is around them', async () => {
    const services = await readServices({
      catalog: catalogServiceMock({ entities }),
      credentials: mockCredentials.service(),
    });

    expect(services).toHaveLength(3);
    expect(services).toEqual(
      expect.arrayContaining([
        {
          entityRef: 'component:default/cart',
          kind: 'component',
          title: 'Shopping cart',
          type: 'service',
          lifecycle: 'production',
          tier: 'tier-1',
          system: 'system:default/shop',
          domain: 'domain:default/retail',
          owners: ['group:default/shop', 'user:default/ada'],
        },
        {
          entityRef: 'api:default/cart',
          kind: 'api',
          system: 'system:default/lost',
          owners: [],
        },
        {
          entityRef: 'system:default/shop',
          kind: 'system',
          system: 'system:default/shop',
          domain: 'domain:default/retail',
          owners: ['group:default/shop'],
        },
      ]),
    );
  });

  it('asks for no field that it does not need', async () => {
    const catalog = catalogServiceMock({ entities });
    const stream = jest.spyOn(catalog, 'streamEntities');
    await readServices({ catalog, credentials: mockCredentials.service() });

    expect(stream).toHaveBeenCalledTimes(1);
    expect(stream.mock.calls[0][0]?.fields).toEqual(
      expect.arrayContaining(['kind', 'relations']),
    );
    expect(stream.mock.calls[0][0]?.fields).not.toContain('spec');
  });

  it('stops between pages when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('shutting down'));
    await expect(
      readServices({
        catalog: catalogServiceMock({ entities }),
        credentials: mockCredentials.service(),
        signal: stop.signal,
      }),
    ).rejects.toThrow('shutting down');
  });
});

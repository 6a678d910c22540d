import { mockServices } from '@backstage/backend-test-utils';
import { readAllocationSettings } from './readAllocationSettings';

const read = (cost: object) =>
  readAllocationSettings(mockServices.rootConfig({ data: { cost } as never }));

describe('readAllocationSettings', () => {
  it('has something to go by where nothing is said', () => {
    expect(read({})).toMatchObject({
      tags: expect.arrayContaining(['service', 'app']),
      rules: [],
      pools: [],
      currency: 'USD',
    });
  });

  it('reads rules, pools and tags', () => {
    expect(
      read({
        currency: 'EUR',
        tags: ['team'],
        allocation: {
          rules: [
            { name: 'mail', match: { product: 'SES' }, to: 'mailer' },
            {
              name: 'tax',
              match: { tag: { key: 'kind', value: 'tax' } },
              pool: 'tax',
            },
          ],
          pools: {
            tax: { key: 'cost', except: ['component:default/free'] },
            edge: {
              key: 'weight',
              members: ['a', 'b'],
              weights: [{ service: 'a', weight: 2 }],
            },
          },
        },
      }),
    ).toMatchObject({
      currency: 'EUR',
      tags: ['team'],
      rules: [
        {
          name: 'mail',
          match: { product: 'SES' },
          to: 'component:default/mailer',
        },
        { name: 'tax', match: { tag: { key: 'kind', value: 'tax' } } },
      ],
      pools: [
        { name: 'tax', key: 'cost', except: ['component:default/free'] },
        {
          name: 'edge',
          key: 'weight',
          members: ['component:default/a', 'component:default/b'],
          weights: { 'component:default/a': 2 },
        },
      ],
    });
  });

  it('tries the labels that clusters are asked for before the usual ones', () => {
    const { labels } = read({
      sources: {
        east: { type: 'opencost', labels: ['shop.example/service', 'app'] },
        west: { type: 'opencost' },
        use: { type: 'prometheus', labels: ['other'] },
      },
    });
    expect(labels).toEqual([
      'shop_example_service',
      'app',
      'plimsoll_dev_service',
      'backstage_io_kubernetes_id',
      'app_kubernetes_io_name',
    ]);
  });

  const rule = (more: object) => ({
    allocation: { rules: [{ name: 'r', match: { product: 'x' }, ...more }] },
  });

  it.each([
    [{ currency: 'dollar' }, 'cost.currency'],
    [rule({}), 'cost.allocation.rules[0] must say either to'],
    [rule({ to: 'a', pool: 'b' }), 'and not both'],
    [rule({ pool: 'b' }), 'cost.allocation.pools does not have'],
    [rule({ to: 'a:b/' }), 'cost.allocation.rules[0].to'],
    [{ allocation: { pools: { p: { key: 'luck' } } } }, 'p.key'],
    [{ allocation: { pools: { p: { key: 'weight' } } } }, 'has no weights'],
    [
      { allocation: { pools: { p: { key: 'even', members: [':'] } } } },
      'p.members',
    ],
  ])('refuses %j with the place', (cost, place) => {
    expect(() => read(cost)).toThrow(place);
  });
});

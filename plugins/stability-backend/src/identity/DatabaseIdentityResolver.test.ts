import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import { ServiceIndex } from '@plimsoll/service-index';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { namesOfEntity } from './annotations';
import { DatabaseIdentityResolver } from './DatabaseIdentityResolver';
import { IdentityStore } from './IdentityStore';

const databases = createTestDatabases();
const ref = (name: string) => `component:default/${name}`;
const at = (path: string) =>
  `url:https://github.com/shop/mono/tree/main/${path}/`;

const ENTITIES = [
  componentEntity({
    name: 'cart',
    annotations: {
      'plimsoll.dev/service': 'Basket',
      'backstage.io/kubernetes-id': 'cart-k8s',
      'argocd/app-name': 'cart-argo',
      'pagerduty.com/service-id': 'P1',
      'github.com/project-slug': 'Shop/Mono',
      'backstage.io/source-location': at('services/cart'),
      'jenkins.io/job-full-name': 'main:shop/cart',
    },
  }),
  componentEntity({
    name: 'cart-web',
    annotations: {
      'github.com/project-slug': 'shop/mono',
      'backstage.io/source-location': at('services/cart/web'),
    },
  }),
  componentEntity({
    name: 'pay',
    annotations: {
      'github.com/project-slug': 'shop/mono',
      'gitlab.com/project-slug': 'money/pay',
      'backstage.io/kubernetes-id': 'shared',
    },
  }),
  componentEntity({
    name: 'search',
    annotations: {
      'backstage.io/kubernetes-id': 'shared',
      'plimsoll.dev/service': 'pay',
    },
  }),
];

async function setUp(id: (typeof databases.ids)[number]) {
  const { client } = await databases.create(id);
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  await services.replaceAll([
    ...ENTITIES.map(({ metadata: { name } }) => ({
      entityRef: ref(name),
      kind: 'component',
      owners: [],
    })),
    { entityRef: 'system:default/cart', kind: 'system', owners: [] },
  ]);
  const store = IdentityStore.create({ client });
  const names = ENTITIES.flatMap(entity =>
    namesOfEntity(entity, ref(entity.metadata.name)),
  );
  await store.replaceAll(names);
  const resolver = DatabaseIdentityResolver.create();
  return {
    client,
    store,
    names,
    resolver,
    ask: (hints: Array<[IdentityHint['type'], string]>, source = 'github') =>
      resolver.resolve({
        source,
        hints: hints.map(([type, value]) => ({ type, value })),
        trx: client,
      }),
    rule: (entityRef: string, when: object[], source: string | null = null) =>
      client('stability_mapping_rule').insert({
        id: `${entityRef} ${JSON.stringify(when)}`.slice(0, 36),
        source,
        conditions: JSON.stringify(when),
        entity_ref: entityRef,
        created_by: 'user:default/ada',
        created_at: 0,
      }),
  };
}

describe('DatabaseIdentityResolver', () => {
  it.each(databases.ids)(
    'finds services by each of their names, %p',
    async id => {
      const { ask } = await setUp(id);
      const cart = { entityRefs: [ref('cart')] };
      expect(await ask([['service', 'BASKET']])).toEqual(cart);
      expect(await ask([['service', 'Component:default/Cart']])).toEqual(cart);
      expect(await ask([['service', 'cart']])).toEqual(cart);
      expect(await ask([['kubernetes-id', 'cart-k8s']])).toEqual(cart);
      expect(await ask([['argocd-app', 'cart-argo']])).toEqual(cart);
      expect(await ask([['pagerduty-service', 'p1']])).toEqual(cart);
      expect(await ask([['job', 'shop/cart']])).toEqual(cart);
      expect(await ask([['job', 'main:shop/cart']])).toEqual(cart);
      expect(await ask([['repository', 'money/pay']])).toEqual({
        entityRefs: [ref('pay')],
      });
      // what one calls itself goes before what another one is called
      expect(await ask([['service', 'pay']])).toEqual({
        entityRefs: [ref('search')],
      });
      expect(await ask([['service', 'component:default/pay']])).toEqual({
        entityRefs: [ref('pay')],
      });
    },
  );

  it('lets the strongest name that anybody claims decide', async () => {
    const { ask } = await setUp('SQLITE_3');
    expect(
      await ask([
        ['repository', 'money/pay'],
        ['kubernetes-id', 'cart-k8s'],
      ]),
    ).toEqual({ entityRefs: [ref('cart')] });
    expect(
      await ask([
        ['repository', 'money/pay'],
        ['service', 'nobody'],
      ]),
    ).toEqual({ entityRefs: [ref('pay')] });
    // ambiguity is not passed over to something weaker
    expect(
      await ask([
        ['repository', 'money/pay'],
        ['kubernetes-id', 'shared'],
      ]),
    ).toEqual({
      entityRefs: [],
      reason: expect.stringContaining(
        `kubernetes-id 'shared' is claimed by ${ref('pay')}, ${ref('search')}`,
      ),
    });
  });

  it('tells services of one repository apart by path and by environment', async () => {
    const { ask } = await setUp('SQLITE_3');
    const mono: [IdentityHint['type'], string] = ['repository', 'shop/mono'];
    expect(await ask([mono])).toEqual({
      entityRefs: [],
      reason: expect.stringMatching(/claimed by .*cart-web.*send a path/),
    });
    expect(await ask([mono, ['path', 'services/cart/chart']])).toEqual({
      entityRefs: [ref('cart')],
    });
    expect(await ask([mono, ['path', '/services/cart/web/']])).toEqual({
      entityRefs: [ref('cart-web')],
    });
    expect(await ask([mono, ['path', 'services/cartoon']])).toMatchObject({
      entityRefs: [],
    });
    expect(
      await ask([
        mono,
        ['path', 'services/cart'],
        ['path', 'services/cart/web'],
      ]),
    ).toEqual({ entityRefs: [ref('cart'), ref('cart-web')] });
    // pitfall: most changes also touch a lock file or a page of the handbook
    expect(
      await ask([
        mono,
        ['path', '.'],
        ['path', 'docs/guide'],
        ['path', 'services/cart/src'],
      ]),
    ).toEqual({ entityRefs: [ref('cart')] });
    expect(await ask([mono, ['path', '.']])).toMatchObject({ entityRefs: [] });
    expect(await ask([mono, ['environment', 'cart-web-production']])).toEqual({
      entityRefs: [ref('cart-web')],
    });
    expect(await ask([mono, ['environment', 'Production/Pay']])).toEqual({
      entityRefs: [ref('pay')],
    });
    expect(await ask([mono, ['environment', 'production']])).toMatchObject({
      entityRefs: [],
    });
    expect(await ask([mono, ['environment', 'pay-cart']])).toMatchObject({
      entityRefs: [],
    });
  });

  it('understands a sender that names several services', async () => {
    const { ask } = await setUp('SQLITE_3');
    expect(
      await ask([
        ['service', 'cart'],
        ['service', 'component:default/pay'],
        ['service', 'ghost'],
      ]),
    ).toEqual({ entityRefs: [ref('cart'), ref('pay')] });
  });

  it.each(databases.ids)(
    'asks mapping rules last, and where names do not decide, %p',
    async id => {
      const { ask, rule } = await setUp(id);
      await rule(
        ref('search'),
        [
          { type: 'repository', pattern: 'shop/*' },
          { type: 'environment', pattern: 'prod*' },
        ],
        'github',
      );
      const hints: Array<[IdentityHint['type'], string]> = [
        ['repository', 'shop/mono'],
        ['environment', 'production'],
      ];
      expect(await ask(hints)).toEqual({ entityRefs: [ref('search')] });
      expect(await ask(hints, 'gitlab')).toMatchObject({ entityRefs: [] });
      await rule(ref('pay'), [{ type: 'environment', pattern: 'production' }]);
      expect(await ask(hints)).toEqual({
        entityRefs: [],
        reason: expect.stringMatching(
          /Mapping rules point to .*pay and .*search/,
        ),
      });
    },
  );

  it('says what is missing, and knows only components', async () => {
    const { ask, resolver, client } = await setUp('SQLITE_3');
    expect(await ask([['service', 'system:default/cart']])).toMatchObject({
      entityRefs: [],
    });
    expect(await ask([])).toEqual({
      entityRefs: [],
      reason: expect.stringContaining('names nothing'),
    });
    expect(
      await ask([
        ['repository', 'else/where'],
        ['argocd-app', 'none'],
      ]),
    ).toEqual({
      entityRefs: [],
      reason: expect.stringContaining(
        `known by argocd-app 'none' or repository 'else/where'`,
      ),
    });
    expect(await resolver.resolveMany({ questions: [], trx: client })).toEqual(
      [],
    );
  });

  it('reads as often for a thousand questions as for one', async () => {
    const { resolver, client } = await setUp('SQLITE_3');
    let statements = 0;
    client.on('query', () => {
      statements += 1;
    });
    const question = (value: string) => ({
      source: 'github',
      hints: [{ type: 'kubernetes-id' as const, value }],
    });
    await resolver.resolveMany({ questions: [question('a')], trx: client });
    const once = statements;
    const answers = await resolver.resolveMany({
      questions: Array.from({ length: 300 }, (_, index) =>
        question(index === 7 ? 'cart-k8s' : `no-${index}`),
      ),
      trx: client,
    });
    expect(statements).toBe(2 * once);
    expect(answers[7]).toEqual({ entityRefs: [ref('cart')] });
    expect(answers[8].entityRefs).toEqual([]);
  });
});

describe('IdentityStore', () => {
  it.each(databases.ids)('writes only what changed, %p', async id => {
    const { store, names, client } = await setUp(id);
    let writes = 0;
    client.on('query', ({ sql }: { sql: string }) => {
      writes += /^(insert|delete|update)/.test(sql) ? 1 : 0;
    });
    expect(await store.replaceAll(names)).toEqual(new Set());
    expect(writes).toBe(0);
    const fewer = names.filter(({ type }) => type !== 'repository');
    const owners = names
      .filter(({ type }) => type === 'repository')
      .map(({ entityRef }) => entityRef);
    expect(await store.replaceAll(fewer)).toEqual(
      new Set(
        names
          .filter(({ entityRef }) => owners.includes(entityRef))
          .map(({ value }) => value),
      ),
    );
    expect(writes).toBe(1);
    const [{ count }] = await client('stability_identity').count({
      count: '*',
    });
    expect(Number(count)).toBe(fewer.length);
  });
});

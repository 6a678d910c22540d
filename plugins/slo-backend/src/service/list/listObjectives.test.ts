import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
  type ServiceWorld,
} from '../__testUtils__/serviceWorld';
import {
  type ListObjectivesRequest,
  OBJECTIVE_SORTS,
  SLO_STATES,
} from '@plimsoll/plugin-slo-common';
import fc from 'fast-check';
import { listObjectives } from './listObjectives';

const databases = createTestDatabases();
const service = (name: string) => `component:default/${name}`;

const services = [
  {
    entityRef: service('cart'),
    kind: 'component',
    owners: ['group:default/shop', 'user:default/ada'],
    system: 'system:default/shop',
  },
  {
    entityRef: service('pay'),
    kind: 'component',
    owners: ['group:default/pay'],
    system: 'system:default/money',
  },
];
const objectives = [
  catalogObjective({
    ref: 'slo:default/cart-availability',
    entityRef: service('cart'),
    displayName: 'Carts are kept',
  }),
  catalogObjective({
    ref: 'slo:default/cart-latency',
    entityRef: service('cart'),
    displayName: 'Carts are fast, 100%_of the time',
    indicator: {
      kind: 'threshold',
      metric: { spec: {} },
      operator: 'lt',
      threshold: 0.3,
    },
  }),
  catalogObjective({
    ref: 'slo:default/pay-availability',
    entityRef: service('pay'),
    displayName: 'Payments are taken',
  }),
  catalogObjective({
    ref: 'slo:default/ghost',
    entityRef: service('ghost'),
    displayName: 'Nobody knows this one',
  }),
];

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({
    databases,
    id,
    services,
    objectives,
  });
  await world.setStatus({
    ref: 'slo:default/cart-availability',
    state: 'ok',
    remaining: 0.8,
    burn1h: 0.2,
  });
  await world.setStatus({
    ref: 'slo:default/cart-latency',
    state: 'exhausted',
    remaining: -0.1,
    burn1h: 3,
  });
  await world.setStatus({
    ref: 'slo:default/pay-availability',
    state: 'ok',
    remaining: 0.3,
  });
  return world;
}

function list(world: ServiceWorld, request: ListObjectivesRequest = {}) {
  return listObjectives({
    context: world.context,
    scope: { kind: 'all' },
    request,
  });
}

async function refs(world: ServiceWorld, request: ListObjectivesRequest) {
  const { items, totalItems } = await list(world, request);
  expect(totalItems).toBe(items.length);
  return items.map(item => item.ref.replace('slo:default/', ''));
}

describe('listObjectives', () => {
  it.each(databases.ids)('narrows by every filter, %p', async id => {
    const world = await setUp(id);
    const cart = ['cart-latency', 'cart-availability'];

    expect(await refs(world, { entityRef: 'Component:default/Cart' })).toEqual(
      cart,
    );
    expect(await refs(world, { owner: 'user:default/ada' })).toEqual(cart);
    expect(await refs(world, { system: 'system:default/money' })).toEqual([
      'pay-availability',
    ]);
    expect(await refs(world, { within: 'system:default/money' })).toEqual([
      'pay-availability',
    ]);
    expect(await refs(world, { within: 'Group:Default/Pay' })).toEqual([
      'pay-availability',
    ]);
    expect(await refs(world, { within: 'domain:default/none' })).toEqual([]);
    await expect(refs(world, { within: 'user:default/ada' })).rejects.toThrow(
      /is a person/,
    );
    expect(await refs(world, { state: 'ok' })).toEqual([
      'pay-availability',
      'cart-availability',
    ]);
    expect(await refs(world, { state: ['exhausted', 'no-data'] })).toEqual([
      'cart-latency',
      'ghost',
    ]);
    expect(await refs(world, { kind: 'threshold' })).toEqual(['cart-latency']);
    expect(
      await refs(world, { owner: 'group:default/shop', state: ['ok'] }),
    ).toEqual(['cart-availability']);
    expect(await refs(world, { owner: 'group:default/nobody' })).toEqual([]);
  });

  it.each(databases.ids)('finds words, not patterns, %p', async id => {
    const world = await setUp(id);

    expect(await refs(world, { q: 'FAST cart' })).toEqual(['cart-latency']);
    expect(await refs(world, { q: '100%_of' })).toEqual(['cart-latency']);
    expect(await refs(world, { q: '%' })).toEqual(['cart-latency']);
    expect(await refs(world, { q: '0__of' })).toEqual([]);
    expect(await refs(world, { q: "'; drop table slo_objective; --" })).toEqual(
      [],
    );
    expect(await refs(world, { q: '\\' })).toEqual([]);
    expect(await refs(world, { q: '  ' })).toHaveLength(4);
  });

  it.each(databases.ids)(
    'orders by state, budget, burn and name, the unknown last, %p',
    async id => {
      const world = await setUp(id);
      const order = async (sort: ListObjectivesRequest['sort']) =>
        (await refs(world, { sort })).map(ref => ref.slice(0, 6));

      expect(await order('worst')).toEqual([
        'cart-l',
        'ghost',
        'pay-av',
        'cart-a',
      ]);
      expect(await order('budget')).toEqual([
        'cart-l',
        'pay-av',
        'cart-a',
        'ghost',
      ]);
      expect(await order('-budget')).toEqual([
        'cart-a',
        'pay-av',
        'cart-l',
        'ghost',
      ]);
      expect((await order('burn')).slice(0, 2)).toEqual(['cart-a', 'cart-l']);
      expect((await order('-burn')).slice(0, 2)).toEqual(['cart-l', 'cart-a']);
      expect(await order('name')).toEqual([
        'cart-l',
        'cart-a',
        'ghost',
        'pay-av',
      ]);
      expect(await order('-name')).toEqual([
        'pay-av',
        'ghost',
        'cart-a',
        'cart-l',
      ]);
    },
  );

  it.each(databases.ids)(
    'counts by state under the other filters, %p',
    async id => {
      const world = await setUp(id);
      const { stateCounts, totalItems, facets } = await list(world, {
        state: 'ok',
        owner: 'group:default/shop',
      });

      expect(totalItems).toBe(1);
      expect(stateCounts).toEqual({
        ...Object.fromEntries(SLO_STATES.map(state => [state, 0])),
        ok: 1,
        exhausted: 1,
      });
      expect(facets).toEqual({
        owners: ['group:default/pay', 'group:default/shop', 'user:default/ada'],
        systems: ['system:default/money', 'system:default/shop'],
      });
    },
  );

  it.each(databases.ids)(
    'says that a service is not in the catalog, and that alone, %p',
    async id => {
      const world = await setUp(id);
      const { items } = await list(world, { q: 'ghost' });

      expect(items[0]).toMatchObject({
        owners: [],
        faults: [
          {
            path: 'spec.service',
            message: expect.stringContaining("'component:default/ghost'"),
          },
        ],
      });
      const { items: known } = await list(world, { q: 'payments' });
      expect(known[0].faults).toEqual([]);
      expect(known[0]).toMatchObject({
        owners: ['group:default/pay'],
        system: 'system:default/money',
      });
      const { items: cart } = await list(world, { q: 'kept' });
      expect(cart[0].owners).toEqual([
        'group:default/shop',
        'user:default/ada',
      ]);
    },
  );

  it.each(databases.ids)(
    'forgets removed documents and has them back, %p',
    async id => {
      const world = await setUp(id);
      await world.store.replaceAll({ objectives: objectives.slice(1) });
      expect((await list(world)).totalItems).toBe(3);

      await world.store.replaceAll({ objectives });
      const { items } = await list(world, { q: 'kept' });
      expect(items[0].ref).toBe('slo:default/cart-availability');
    },
  );

  it.each(databases.ids)(
    'pitfall 17: lists conflicts, of one service when asked for it, %p',
    async id => {
      const world = await setUp(id);
      const conflict = (ref: string, ignored: string, seenAt: number) => ({
        entity_ref: ref,
        kept_location: 'url:https://git.example/kept.yaml',
        ignored_location: ignored,
        seen_at: seenAt,
      });
      await world.context
        .client('slo_conflict')
        .insert([
          conflict('slo:default/cart-latency', 'url:b', NOON * 1000 + 1000),
          conflict('slo:default/cart-latency', 'url:a', NOON * 1000),
          conflict('sli:default/shared', 'url:c', NOON * 1000),
        ]);

      const cart = {
        entityRef: 'slo:default/cart-latency',
        kept: 'url:https://git.example/kept.yaml',
        ignored: ['url:a', 'url:b'],
        seenAt: '2026-11-20T12:00:01.000Z',
      };
      expect((await list(world)).conflicts).toEqual([
        expect.objectContaining({ entityRef: 'sli:default/shared' }),
        cart,
      ]);
      expect(
        (await list(world, { entityRef: service('cart') })).conflicts,
      ).toEqual([cart]);
      expect(
        (await list(world, { entityRef: service('pay') })).conflicts,
      ).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'gives the first hundred conflicts and refused documents, and how many there are, %p',
    async id => {
      const world = await setUp(id);
      const { client } = world.context;
      const names = Array.from({ length: 105 }, (_, index) =>
        String(index).padStart(3, '0'),
      );
      await client.batchInsert(
        'slo_conflict',
        names.flatMap(name =>
          ['b', 'c'].map(file => ({
            entity_ref: `slo:default/${name}`,
            kept_location: 'url:a',
            ignored_location: `url:${file}`,
            seen_at: 1000,
          })),
        ),
        50,
      );
      await client.batchInsert(
        'slo_refusal',
        names.map(name => ({
          entity_ref: `${name === '001' ? 'location' : 'slo'}:default/${name}`,
          location: name === '002' ? null : `file:/${name}.yaml`,
          errors: '[{"path":"spec","message":"is odd"}]',
          seen_at: 1000,
        })),
        50,
      );

      const page = await list(world);
      expect(page.totalConflicts).toBe(105);
      expect(page.conflicts).toHaveLength(100);
      expect(page.conflicts[99]).toMatchObject({
        entityRef: 'slo:default/099',
        ignored: ['url:b', 'url:c'],
      });
      expect(page.totalRefusedDocuments).toBe(105);
      expect(page.refusedDocuments).toHaveLength(100);
      expect(page.refusedDocuments.slice(0, 3)).toEqual([
        expect.objectContaining({
          ref: undefined,
          location: 'file:/001.yaml',
        }),
        {
          ref: 'slo:default/000',
          location: 'file:/000.yaml',
          errors: [{ path: 'spec', message: 'is odd' }],
          seenAt: '1970-01-01T00:00:01.000Z',
        },
        expect.objectContaining({
          ref: 'slo:default/002',
          location: undefined,
        }),
      ]);
      expect(await list(world, { entityRef: service('cart') })).toMatchObject({
        refusedDocuments: [],
        totalRefusedDocuments: 0,
      });
    },
  );

  it('refuses a cursor of another order, and what is none', async () => {
    const world = await setUp('SQLITE_3');
    const { pageInfo } = await list(world, { sort: 'name', limit: 1 });
    for (const cursor of [
      pageInfo.nextCursor,
      'x',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('["worst",null,0,0,1]').toString('base64url'),
      Buffer.from('["worst",1]').toString('base64url'),
    ]) {
      await expect(list(world, { sort: 'worst', cursor })).rejects.toThrow(
        /no list ordered by 'worst'/,
      );
    }
  });
});

describe('listObjectives, page by page', () => {
  it.each(databases.ids)(
    'gives each objective once under every order, %p',
    async id => {
      const many = Array.from({ length: 23 }, (_, index) =>
        catalogObjective({
          ref: `slo:default/o-${index}`,
          displayName: `Name ${index % 4}`,
        }),
      );
      const world = await createServiceWorld({
        databases,
        id,
        objectives: many,
      });
      const value = fc.option(fc.double({ noNaN: true, min: -9, max: 1 }), {
        nil: undefined,
      });
      const status = fc.record({
        state: fc.constantFrom(...SLO_STATES),
        // Few distinct values, so that ties are common.
        remaining: fc.oneof(fc.constantFrom(0, 0.5, undefined), value),
        burn1h: fc.oneof(fc.constantFrom(0, 1, undefined), value),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(status, { minLength: 23, maxLength: 23 }),
          fc.constantFrom(...OBJECTIVE_SORTS),
          fc.integer({ min: 1, max: 25 }),
          async (statuses, sort, limit) => {
            for (const [index, item] of statuses.entries()) {
              await world.setStatus({ ref: `slo:default/o-${index}`, ...item });
            }
            const whole = await list(world, { sort, limit: 100 });
            const seen: string[] = [];
            let cursor: string | undefined;
            do {
              const page = await list(world, { sort, limit, cursor });
              expect(page.items.length).toBeLessThanOrEqual(limit);
              expect(page.totalItems).toBe(23);
              seen.push(...page.items.map(item => item.ref));
              // A walk that turns in a circle ends here.
              expect(seen.length).toBeLessThanOrEqual(23);
              cursor = page.pageInfo.nextCursor;
            } while (cursor);
            expect(seen).toEqual(whole.items.map(item => item.ref));
            expect(new Set(seen).size).toBe(23);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

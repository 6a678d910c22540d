import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  type ObjectiveDefinition,
  type RollupRequest,
  rollupPart,
  type SloState,
  stateRank,
} from '@plimsoll/plugin-slo-common';
import { addUp } from '@plimsoll/plugin-slo-common/testUtils';
import type { IndexedService } from '@plimsoll/service-index';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { catalogObjective } from '../__testUtils__/catalogObjective';
import { createServiceWorld, NOON } from '../__testUtils__/serviceWorld';
import { getOwnedRollup, getRollup } from './getRollup';

const databases = createTestDatabases();

function service(
  kind: string,
  name: string,
  overrides: Partial<IndexedService> = {},
): IndexedService {
  return {
    entityRef: `${kind}:default/${name}`,
    kind,
    owners: ['group:default/crew'],
    system: 'system:default/shop',
    domain: 'domain:default/retail',
    ...overrides,
  };
}

const services = [
  service('system', 'shop'),
  service('api', 'orders'),
  service('component', 'cart'),
  service('component', 'pay'),
  service('component', 'bare'),
  service('component', 'mail', {
    owners: ['group:default/post', 'user:default/ada'],
    system: 'system:default/office',
  }),
  service('component', 'lone', {
    owners: ['group:default/other'],
    system: undefined,
    domain: undefined,
  }),
];

/** What one objective says, as an evaluation would write it. */
interface Said {
  name: string;
  entityRef: string;
  state: SloState;
  remaining?: number;
  bad?: number;
  total?: number;
  coverage?: number;
  definition?: Partial<ObjectiveDefinition>;
}

const slices: Partial<ObjectiveDefinition> = {
  unit: 'slices',
  budgeting: { method: 'timeslices', sliceSeconds: 60, sliceTarget: 0.99 },
};
const said: Said[] = [
  {
    name: 'cart-ok',
    entityRef: 'component:default/cart',
    state: 'ok',
    remaining: 0.9,
    bad: 10,
    total: 100_000,
  },
  {
    name: 'cart-down',
    entityRef: 'component:default/cart',
    state: 'unknown',
    remaining: -0.5,
    bad: 5,
    total: 10,
  },
  {
    name: 'pay-burning',
    entityRef: 'component:default/pay',
    state: 'burning',
    remaining: 0.4,
    bad: 60,
    total: 1_000,
    coverage: 0.95,
  },
  {
    name: 'pay-slices',
    entityRef: 'component:default/pay',
    state: 'ok',
    remaining: 0.7,
    bad: 3,
    total: 43_200,
    definition: slices,
  },
  {
    name: 'orders-new',
    entityRef: 'api:default/orders',
    state: 'warming-up',
    remaining: -3,
    bad: 0,
    total: 7,
  },
  {
    name: 'shop-own',
    entityRef: 'system:default/shop',
    state: 'exhausted',
    remaining: -0.2,
    bad: 12,
    total: 1_000,
  },
  {
    name: 'mail-week',
    entityRef: 'component:default/mail',
    state: 'ok',
    remaining: 1,
    bad: 0,
    total: 50,
    definition: {
      window: { kind: 'rolling', duration: { value: 7, unit: 'd' } },
    },
  },
  { name: 'lone', entityRef: 'component:default/lone', state: 'no-data' },
  {
    name: 'nobody',
    entityRef: '',
    state: 'exhausted',
    remaining: -9,
    bad: 9,
    total: 9,
  },
];

const statusOf = ({ state, bad, total, coverage = 1 }: Said) => ({
  state,
  budget: { bad, total },
  coverage,
});
const definitionOf = ({ name, entityRef, definition }: Said) =>
  catalogObjective({ ref: `slo:default/${name}`, entityRef, ...definition })
    .definition;

async function createWorld(id: TestDatabaseId, all: Said[] = said) {
  const world = await createServiceWorld({
    databases,
    id,
    services,
    objectives: all.map(one =>
      catalogObjective({
        ref: `slo:default/${one.name}`,
        entityRef: one.entityRef,
        ...one.definition,
      }),
    ),
  });
  const { client } = world.context;
  await world.context.services.replaceGroups([
    { parentRef: 'group:default/company', childRef: 'group:default/crew' },
    { parentRef: 'group:default/company', childRef: 'group:default/post' },
  ]);
  for (const [index, one] of all.entries()) {
    const ref = `slo:default/${one.name}`;
    await world.setStatus({ ref, state: one.state, remaining: one.remaining });
    const part = rollupPart({
      definition: definitionOf(one),
      status: statusOf(one),
      at: NOON,
    });
    await client('slo_status')
      .whereIn(
        'objective_id',
        client('slo_objective').select('id').where({ ref }),
      )
      .update({
        evaluated_at: NOON - index,
        ...('sumKey' in part
          ? {
              sum_key: part.sumKey,
              bad: part.bad,
              total: part.total,
              coverage: part.coverage,
            }
          : { left_out: part.leftOut }),
      });
  }
  return {
    world,
    ask: (request: RollupRequest) =>
      getRollup({ context: world.context, scope: { kind: 'all' }, request }),
  };
}

const names = (rollup: { worst: Array<{ ref: string }> }) =>
  rollup.worst.map(({ ref }) => ref.replace('slo:default/', ''));

describe('getRollup', () => {
  it.each(databases.ids)(
    'joins what a system, a domain and a group stand for, %p',
    async id => {
      const { ask } = await createWorld(id);
      const shop = await ask({ entityRef: 'System:Default/Shop' });
      expect(shop).toMatchObject({
        entityRef: 'system:default/shop',
        objectives: 6,
        stateCounts: {
          exhausted: 1,
          burning: 1,
          unknown: 1,
          'warming-up': 1,
          ok: 2,
          'no-data': 0,
          insufficient: 0,
          'no-traffic': 0,
        },
        worstState: 'exhausted',
        // not -3 of too short a time, nor -0.5 from before the source went down
        leastRemaining: -0.2,
        services: {
          total: 5,
          withObjective: 4,
          withoutObjective: 1,
          without: ['component:default/bare'],
        },
        evaluatedAt: new Date((NOON - 5) * 1000).toISOString(),
      });
      expect(names(shop)).toEqual([
        'shop-own',
        'pay-burning',
        'cart-down',
        'orders-new',
        'pay-slices',
        'cart-ok',
      ]);
      expect(shop.worst[1]).toMatchObject({
        entityRef: 'component:default/pay',
        owners: ['group:default/crew'],
        system: 'system:default/shop',
      });

      const retail = await ask({ entityRef: 'domain:default/retail' });
      expect(retail).toMatchObject({
        objectives: 7,
        services: { total: 6, withObjective: 5 },
      });
      // what the groups below own belongs to a group
      const company = await ask({ entityRef: 'group:default/company' });
      expect(company).toEqual({ ...retail, entityRef: company.entityRef });
      expect(await ask({ entityRef: 'group:default/post' })).toMatchObject({
        objectives: 1,
        worstState: 'ok',
        services: { total: 1, withObjective: 1, withoutObjective: 0 },
      });
    },
  );

  it.each(databases.ids)(
    'adds only what is of one unit and window, %p',
    async id => {
      const { ask } = await createWorld(id);
      const { sums, leftOut } = await ask({
        entityRef: 'domain:default/retail',
      });
      expect(sums).toEqual([
        expect.objectContaining({
          unit: 'events',
          window: { kind: 'rolling', duration: { value: 30, unit: 'd' } },
          objectives: 3,
          services: 3,
          bad: 82,
          total: 102_000,
          good: 101_918,
          sli: 1 - 82 / 102_000,
          coverage: 0.95,
        }),
        expect.objectContaining({
          window: { kind: 'rolling', duration: { value: 7, unit: 'd' } },
          objectives: 1,
          sli: 1,
        }),
        expect.objectContaining({
          unit: 'slices',
          slices: { method: 'timeslices', seconds: 60 },
          total: 43_200,
        }),
      ]);
      expect(leftOut).toEqual([
        { reason: 'stale', objectives: 1 },
        { reason: 'warming-up', objectives: 1 },
      ]);
      const members = said.filter(
        ({ entityRef }) => !/lone|^$/.test(entityRef),
      );
      expect({ sums, leftOut }).toEqual(
        addUp(
          members.map(one => ({
            entityRef: one.entityRef,
            definition: definitionOf(one),
            status: statusOf(one),
            at: NOON,
          })),
        ),
      );
    },
  );

  it.each(databases.ids)(
    'names the worst of each service when asked to, and no more than asked, %p',
    async id => {
      const { ask } = await createWorld(id);
      const entityRef = 'domain:default/retail';
      expect(names(await ask({ entityRef, each: 'service' }))).toEqual([
        'shop-own',
        'pay-burning',
        'cart-down',
        'orders-new',
        'mail-week',
      ]);
      expect(
        names(await ask({ entityRef, each: 'service', limit: 2 })),
      ).toEqual(['shop-own', 'pay-burning']);
      expect(names(await ask({ entityRef, limit: 1 }))).toEqual(['shop-own']);
    },
  );

  it('has nothing in it where there is nothing, and refuses people', async () => {
    const { ask } = await createWorld('SQLITE_3');
    expect(await ask({ entityRef: 'system:default/none' })).toMatchObject({
      objectives: 0,
      worst: [],
      sums: [],
      leftOut: [],
      services: { total: 0, without: [] },
    });
    const none = await ask({ entityRef: 'group:default/none' });
    expect(none.worstState).toBeUndefined();
    expect(none.leastRemaining).toBeUndefined();
    expect(none.evaluatedAt).toBeUndefined();
    await expect(ask({ entityRef: 'user:default/ada' })).rejects.toThrow(
      /is a person, for whom nothing is counted/,
    );
  });

  it('says of what no evaluation has written yet that it is not measured', async () => {
    const { world, ask } = await createWorld('SQLITE_3');
    await world.context
      .client('slo_status')
      .update({ sum_key: null, left_out: null });
    expect(await ask({ entityRef: 'system:default/shop' })).toMatchObject({
      sums: [],
      leftOut: [{ reason: 'not-measured', objectives: 6 }],
    });
  });
});

describe('getOwnedRollup', () => {
  it.each(databases.ids)(
    'is of the very owners, and has no sum, %p',
    async id => {
      const { world } = await createWorld(id);
      const owned = (ownerRefs: string[]) =>
        getOwnedRollup({
          context: world.context,
          scope: { kind: 'all' },
          request: { each: 'service' },
          ownerRefs,
        });
      const mine = await owned(['user:default/Ada', 'group:default/other']);
      expect(names(mine)).toEqual(['lone', 'mail-week']);
      expect(mine).not.toHaveProperty('sums');
      expect(mine).not.toHaveProperty('entityRef');
      // the company owns nothing itself
      expect((await owned(['group:default/company'])).objectives).toBe(0);
      expect((await owned([])).objectives).toBe(0);
    },
  );
});

it('has what the engine measures', async () => {
  const world = await createServiceWorld({
    databases,
    id: 'SQLITE_3',
    services,
    objectives: [
      catalogObjective({
        ref: 'slo:default/a',
        entityRef: 'component:default/cart',
        target: 0.99,
      }),
      catalogObjective({
        ref: 'slo:default/b',
        entityRef: 'component:default/pay',
        target: 0.99,
      }),
    ],
  });
  const ask = () =>
    getRollup({
      context: world.context,
      scope: { kind: 'all' },
      request: { entityRef: 'system:default/shop' },
    });
  expect((await ask()).leftOut).toEqual([
    { reason: 'not-measured', objectives: 2 },
  ]);

  world.source.series = () => ({ bad: 0.01, total: 10 });
  await world.measure();
  const { sums, leftOut, worst } = await ask();
  expect(leftOut).toEqual([]);
  expect(sums).toHaveLength(1);
  const totals = worst.map(({ budget }) => budget.total ?? 0);
  expect(sums[0]).toMatchObject({
    unit: 'events',
    objectives: 2,
    services: 2,
    total: totals[0] + totals[1],
  });
  expect(sums[0].total).toBeGreaterThan(0);
  expect(sums[0].sli).toBeCloseTo(0.999, 6);
  expect(stateRank(worst[0].state)).toBeLessThanOrEqual(
    stateRank(worst[1].state),
  );

  // what was good before its source went down is in no sum
  world.source.down = new Error('connection refused');
  await world.tick(60);
  await world.tick(60);
  expect(await ask()).toMatchObject({
    worstState: 'unknown',
    sums: [],
    leftOut: [{ reason: 'stale', objectives: 2 }],
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import { deployed, NOON, refOf } from '../__testUtils__/observed';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createServiceWorld } from '../service/__testUtils__/serviceWorld';
import { BudgetAsker } from './BudgetAsker';

const databases = createTestDatabases();
const HOUR = 3_600_000;
const STEP = 900;
const WENT_LIVE = NOON - 3 * HOUR;

/** An objective as lists show it, as far as anybody looks at it here. */
const objective = (name: string, source = 'prometheus') => ({
  ref: `slo:default/${name}`,
  objective: 'served',
  displayName: name,
  entityRef: refOf('cart'),
  source,
  budget: { allowed: 1_000 },
  windowFrom: new Date(NOON - 30 * 24 * HOUR).toISOString(),
  windowTo: new Date(NOON).toISOString(),
});

/** An SLO plugin in which a deployment at `WENT_LIVE` burns the budget. */
function sloPlugin(options: {
  objectives: Array<ReturnType<typeof objective>>;
  sources?: Array<{ name: string; type: string }>;
  documents?: Record<string, object>;
}) {
  const { objectives, sources = [], documents = {} } = options;
  return {
    listObjectives: jest.fn(async () => ({ items: objectives, sources })),
    getObjective: jest.fn(async ({ ref }: { ref: string }) => ({
      document: documents[ref] ?? { kind: 'SLO' },
    })),
    getHistory: jest.fn(
      async (_key: object, { from, to }: { from: string; to: string }) => {
        const points = [];
        for (
          let at = Date.parse(from) + STEP * 1000;
          at <= Date.parse(to);
          at += STEP * 1000
        ) {
          const isBad = at > WENT_LIVE && at <= WENT_LIVE + HOUR;
          points.push({
            at: new Date(at).toISOString(),
            bad: isBad ? 50 : 1,
            total: 1_000,
            coverage: 1,
            burnRate: isBad ? 20 : 0.1,
          });
        }
        return { step: STEP, points, gaps: [] };
      },
    ),
  };
}

async function setUp(
  id: (typeof databases.ids)[number],
  slo: ReturnType<typeof sloPlugin>,
) {
  const world = await createServiceWorld({ databases, id });
  await world.observe([
    deployed({ service: 'cart', version: 'v1', at: NOON - 300 * HOUR }),
    deployed({ service: 'cart', version: 'v2', at: WENT_LIVE }),
  ]);
  const logger = mockServices.logger.mock();
  const auth = mockServices.auth();
  const asker = BudgetAsker.create({
    client: world.database.client,
    slo: slo as unknown as SloApi,
    auth,
    logger,
    verdictWindowSeconds: world.context.rules.verdictWindowSeconds,
    now: () => world.clock.now,
  });
  return {
    ...world,
    slo,
    asker,
    logger,
    answers: async () =>
      (await world.database.client('stability_answer').orderBy('id')).map(row =>
        JSON.parse(row.content),
      ),
  };
}

describe('BudgetAsker', () => {
  it.each(databases.ids)(
    'keeps what burned, and the facts speak of it, %p',
    async id => {
      const slo = sloPlugin({ objectives: [objective('cart-slo')] });
      const world = await setUp(id, slo);
      expect(await world.asker.askDue()).toBe(1);
      const v2 = await world.deploymentOf('v2');
      const answer = (await world.answers()).find(
        ({ deploymentId }) => deploymentId === v2,
      );
      expect(answer).toEqual({
        kind: 'budget',
        id: `budget:${v2}:slo:default/cart-slo#served`,
        entityRef: refOf('cart'),
        deploymentId: v2,
        objective: 'slo:default/cart-slo#served',
        displayName: 'cart-slo',
        at: new Date(NOON).toISOString(),
        from: new Date(WENT_LIVE).toISOString(),
        to: new Date(NOON).toISOString(),
        burned: (4 * 50 + 8) / 1_000,
        burnedBefore: 12 / 1_000,
        burningFrom: new Date(WENT_LIVE + STEP * 1000).toISOString(),
        burningSince: new Date(WENT_LIVE).toISOString(),
        coveredSeconds: 3 * 3_600,
        rangeSeconds: 3 * 3_600,
      });
      expect(slo.getHistory).toHaveBeenCalledWith(
        expect.anything(),
        {
          from: new Date(WENT_LIVE - 3 * HOUR).toISOString(),
          to: new Date(NOON).toISOString(),
        },
        expect.objectContaining({ token: expect.any(String) }),
      );

      await world.worker.drain();
      const deployment = await world.stability.getDeployment(v2, world.caller);
      expect(deployment.budgetBurned).toMatchObject({
        objective: 'slo:default/cart-slo#served',
        share: 0.208,
      });
      expect(deployment.evidence).toContainEqual(
        expect.objectContaining({ rule: 'budget-burned' }),
      );
    },
  );

  it('never asks objectives that are measured from our own facts', async () => {
    const slo = sloPlugin({
      objectives: [
        objective('by-name', 'stability'),
        objective('by-type', 'deliveries'),
        objective('by-document'),
        objective('by-query'),
        objective('honest'),
      ],
      sources: [
        { name: 'deliveries', type: 'stability' },
        { name: 'prometheus', type: 'prometheus' },
      ],
      documents: {
        'slo:default/by-document': {
          spec: {
            indicator: {
              spec: {
                ratioMetric: { bad: { metricSource: { type: 'Stability' } } },
              },
            },
          },
        },
        'slo:default/by-query': {
          spec: {
            indicator: {
              spec: {
                query:
                  'rate(backstage_plugin_stability_services_folded_total[5m])',
              },
            },
          },
        },
        'slo:default/honest': {
          metadata: { description: 'Speaks of the stability of checkout' },
          spec: { metricSource: { type: 'Prometheus' } },
        },
      },
    });
    const world = await setUp('SQLITE_3', slo);
    await world.asker.askDue();
    const objectives = (await world.answers()).map(answer => answer.objective);
    expect(new Set(objectives)).toEqual(new Set(['slo:default/honest#served']));
    expect(objectives.length).toBeGreaterThan(0);
  });

  it('asks again while the window is open, then never more', async () => {
    const slo = sloPlugin({ objectives: [objective('cart-slo')] });
    const world = await setUp('SQLITE_3', slo);
    const next = async () => {
      await world.worker.drain();
      const [row] = await world.database.client('stability_facts');
      return row.budget_due_at;
    };
    await world.asker.askDue();
    expect(await world.asker.askDue()).toBe(0);
    expect(await next()).toBe(WENT_LIVE + 6 * HOUR);
    world.clock.now = WENT_LIVE + 6 * HOUR;
    expect(await world.asker.askDue()).toBe(1);
    const end = WENT_LIVE + 24 * HOUR + 600_000;
    expect(await next()).toBe(end);
    world.clock.now = end;
    slo.getHistory.mockClear();
    await world.asker.askDue();
    // the old deployment is settled and not asked about again
    expect(slo.getHistory).toHaveBeenCalledTimes(1);
    expect(await next()).toBeNull();
    expect(await world.answers()).toHaveLength(2);
  });

  it('works without the SLO plugin, and says so once', async () => {
    const slo = sloPlugin({ objectives: [objective('cart-slo')] });
    const world = await setUp('SQLITE_3', slo);
    const absent = Object.assign(new Error('Not found'), { statusCode: 404 });
    slo.listObjectives.mockRejectedValue(absent);
    expect(await world.asker.askDue()).toBe(0);
    expect(await world.asker.askDue()).toBe(0);
    expect(slo.listObjectives).toHaveBeenCalledTimes(1);
    expect(world.logger.info).toHaveBeenCalledWith(
      expect.stringContaining('not installed'),
    );
    world.clock.now += 2 * HOUR;
    await world.asker.askDue();
    expect(slo.listObjectives).toHaveBeenCalledTimes(2);
    expect(world.logger.info).toHaveBeenCalledTimes(1);
    expect(world.logger.error).not.toHaveBeenCalled();
  });

  it('goes on asking when the SLO plugin is back', async () => {
    const slo = sloPlugin({ objectives: [objective('cart-slo')] });
    const world = await setUp('SQLITE_3', slo);
    slo.listObjectives.mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    expect(await world.asker.askDue()).toBe(0);
    expect(await world.asker.askDue()).toBe(1);
    expect(world.logger.info).toHaveBeenCalledTimes(1);
  });

  it('is not stopped by an objective that was removed meanwhile', async () => {
    const slo = sloPlugin({
      objectives: [objective('gone'), objective('cart-slo')],
    });
    const world = await setUp('SQLITE_3', slo);
    const { getMockImplementation } = slo.getHistory;
    const answer = getMockImplementation.call(slo.getHistory);
    slo.getHistory.mockImplementation(async (key, range) => {
      if ('ref' in key && key.ref === 'slo:default/gone') {
        throw Object.assign(new Error('gone'), { statusCode: 404 });
      }
      return answer?.(key, range) as never;
    });
    expect(await world.asker.askDue()).toBe(1);
    expect(
      new Set((await world.answers()).map(({ objective: key }) => key)),
    ).toEqual(new Set(['slo:default/cart-slo#served']));
  });

  it.each(['getHistory', 'getObjective'] as const)(
    'goes on past a service of which %s fails, which waits longer each time',
    async method => {
      const slo = sloPlugin({
        objectives: [objective('broken'), objective('cart-slo')],
      });
      const world = await setUp('SQLITE_3', slo);
      await world.observe([
        deployed({ service: 'pay', version: 'v1', at: NOON - 30 * HOUR }),
      ]);
      const answer = slo[method].getMockImplementation() as (
        ...all: unknown[]
      ) => Promise<never>;
      slo[method].mockImplementation((async (
        key: { ref: string },
        ...rest: unknown[]
      ) => {
        if (key.ref === 'slo:default/broken') {
          throw Object.assign(new Error('out of range'), { statusCode: 500 });
        }
        return answer(key, ...rest);
      }) as never);

      expect(await world.asker.askDue()).toBe(2);
      // what could be answered is kept
      expect(
        new Set((await world.answers()).map(({ objective: key }) => key)),
      ).toEqual(new Set(['slo:default/cart-slo#served']));
      expect(world.logger.warn).toHaveBeenCalledTimes(2);
      await world.worker.drain();
      expect(await world.asker.askDue()).toBe(0);

      world.clock.now += 5 * 60_000;
      expect(await world.asker.askDue()).toBe(2);
      world.clock.now += 5 * 60_000;
      await world.worker.drain();
      expect(await world.asker.askDue()).toBe(0);
      slo[method].mockImplementation(answer as never);
      world.clock.now += 5 * 60_000;
      expect(await world.asker.askDue()).toBe(2);
      expect(
        new Set((await world.answers()).map(({ objective: key }) => key)),
      ).toEqual(
        new Set(['slo:default/broken#served', 'slo:default/cart-slo#served']),
      );
    },
  );

  it('asks about a deployment for as long as quarter hours are kept', async () => {
    const slo = sloPlugin({ objectives: [objective('cart-slo')] });
    const world = await setUp('SQLITE_3', slo);
    await world.database.client('stability_observation').delete();
    await world.observe(
      [395, 385, 200].map(days =>
        deployed({
          service: 'cart',
          version: `v${days}`,
          at: NOON - days * 24 * HOUR,
        }),
      ),
    );
    await world.asker.askDue();
    const answered = (await world.answers()).map(
      ({ deploymentId }) => deploymentId,
    );
    expect(answered.sort()).toEqual(
      [
        await world.deploymentOf('v200'),
        await world.deploymentOf('v385'),
      ].sort(),
    );
  });

  it('asks about every deployment, however many are due at once', async () => {
    const slo = sloPlugin({ objectives: [objective('cart-slo')] });
    const world = await setUp('SQLITE_3', slo);
    await world.database.client('stability_observation').delete();
    await world.observe(
      Array.from({ length: 60 }, (_, index) =>
        deployed({
          service: 'cart',
          version: `many-${index}`,
          at: NOON - (200 - index) * HOUR,
        }),
      ),
    );
    const answered = async () =>
      new Set((await world.answers()).map(({ deploymentId }) => deploymentId))
        .size;
    let passes = 0;
    while ((await world.asker.askDue()) > 0) {
      passes += 1;
      expect(passes).toBeLessThan(15);
      await world.worker.drain();
    }
    expect(await answered()).toBe(60);
    const [{ budget_due_at: due }] = await world.database.client(
      'stability_facts',
    );
    expect(due).toBeNull();
  });
});

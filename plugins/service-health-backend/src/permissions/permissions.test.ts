import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { FleetSort } from '@plimsoll/plugin-service-health-common';
import { FLEET_SORTS } from '@plimsoll/plugin-service-health-common';
import { refOf } from '../__testUtils__/summaries';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { createFleetWorld } from '../service/__testUtils__/fleetWorld';
import type { HealthWorld } from '../service/__testUtils__/healthWorld';

const databases = createTestDatabases();
const HIDDEN = ['search', 'cart', 'fraud', 'newsletter', 'returns'];

/** As another plugin's policy answers: its own resource type, our rules. */
function conditional(
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'any',
    resourceType: 'any',
    conditions,
  };
}

const rule = (name: string, params: Record<string, string[]>) =>
  ({ rule: name, resourceType: 'any', params } as PermissionCondition);
const ownedBy = (claim: string) =>
  rule('IS_SERVICE_OWNER', { claims: [claim] });
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const MONEY = conditional(ownedBy('group:default/money'));

function allow(world: HealthWorld, decision: PolicyDecision, lenses = false) {
  world.policy['service-health.read'] = decision;
  if (lenses) {
    for (const name of ['slo.objective.read', 'stability.read', 'cost.read']) {
      world.policy[name] = decision;
    }
  }
}

async function textOf(world: HealthWorld): Promise<string> {
  const { health, caller } = world;
  const lines: string[] = [];
  for await (const line of await health.exportServices({}, caller)) {
    lines.push(line);
  }
  return JSON.stringify([
    await health.listServices({}, caller),
    await health.getStrip(caller),
    lines,
  ]);
}

describe('permissions', () => {
  it.each(databases.ids)(
    'who may see 1 of 6 services learns nothing of the others, %p',
    async id => {
      const world = await createFleetWorld({ databases, id });
      const { health, caller, names } = world;
      for (const conditions of [
        ownedBy('group:default/money'),
        rule('IS_FOR_ENTITY', { entityRefs: [refOf('payment')] }),
        {
          allOf: [
            rule('IN_SYSTEM', { systemRefs: ['system:default/purchase'] }),
            {
              not: rule('IS_FOR_ENTITY', {
                entityRefs: ['cart', 'fraud_score', 'newsletter'].map(refOf),
              }),
            },
          ],
        } satisfies PermissionCriteria<PermissionCondition>,
      ]) {
        for (const lenses of [false, true]) {
          allow(world, conditional(conditions), lenses);
          for (const sort of FLEET_SORTS) {
            expect(await names({ sort })).toEqual(['payment']);
          }
          expect(await names({ q: 'search' })).toEqual([]);
          expect(await names({ owner: 'group:default/discovery' })).toEqual([]);
          const text = await textOf(world);
          for (const name of [...HIDDEN, 'discovery', '892', '99999']) {
            expect([name, text.includes(name)]).toEqual([name, false]);
          }
          expect((await health.getStrip(caller)).services).toBe(1);
          await expect(
            health.getOverview(refOf('cart'), caller),
          ).rejects.toThrow(/There is no service .*, or you may not see it/);
          await expect(
            health.getOverview(refOf('none'), caller),
          ).rejects.toThrow(/There is no service .*, or you may not see it/);
        }
      }
    },
  );

  it.each(databases.ids)(
    'a denied lens is in no value, order, filter or sum, %p',
    async id => {
      const world = await createFleetWorld({ databases, id });
      const { policy, health, caller, names } = world;
      policy['cost.read'] = DENY;
      policy['slo.objective.read'] = DENY;
      const { items, lenses } = await health.listServices({}, caller);
      expect(lenses).toMatchObject({
        reliability: { state: 'hidden' },
        stability: { state: 'ok' },
        cost: { state: 'hidden' },
      });
      for (const item of items) {
        expect(item).not.toHaveProperty('cost');
        expect(item).not.toHaveProperty('reliability');
      }
      const byRef = [
        'cart',
        'fraud_score',
        'newsletter',
        'payment',
        'returns',
        'search',
      ];
      for (const sort of ['cost', 'trend', 'unit-cost', 'budget'] as const) {
        expect(await names({ sort })).toEqual(byRef);
        expect(await names({ sort, order: 'asc' })).toEqual(byRef);
      }
      expect(await names({ state: ['burning', 'no-objective'] })).toEqual([]);
      const strip = await health.getStrip(caller);
      expect(strip).not.toHaveProperty('cost');
      expect(strip).not.toHaveProperty('reliability');
      expect(strip.stability?.changeFailureRate.sampleSize).toBe(114);
      const text = await textOf(world);
      for (const word of ['538', '892', 'USD', 'burning', 'Availability']) {
        expect([word, text.includes(word)]).toEqual([word, false]);
      }
    },
  );

  it.each(databases.ids)(
    'a narrowed lens shows, sorts and sums its own services alone, %p',
    async id => {
      const world = await createFleetWorld({ databases, id });
      const { policy, health, caller, names } = world;
      policy['cost.read'] = MONEY;
      policy['slo.objective.read'] = MONEY;
      policy['stability.read'] = MONEY;
      const { items } = await health.listServices({ limit: 100 }, caller);
      expect(items).toHaveLength(6);
      for (const { entityRef, reliability, stability, cost } of items) {
        const isSeen = entityRef === refOf('payment');
        expect([
          entityRef,
          ...[reliability, stability, cost].map(lens => lens !== undefined),
        ]).toEqual([entityRef, isSeen, isSeen, isSeen]);
      }
      const others = ['cart', 'fraud_score', 'newsletter', 'returns', 'search'];
      const sorts: FleetSort[] = FLEET_SORTS.filter(
        sort => !['name', 'owner', 'incident'].includes(sort),
      );
      for (const sort of sorts) {
        expect([sort, await names({ sort })]).toEqual([
          sort,
          ['payment', ...others],
        ]);
      }
      expect(await names({ state: ['burning', 'exhausted', 'ok'] })).toEqual([
        'payment',
      ]);
      const paged = await health.listServices(
        { sort: 'cost', limit: 1 },
        caller,
      );
      expect(
        (
          await health.listServices(
            { sort: 'cost', limit: 100, cursor: paged.pageInfo.nextCursor },
            caller,
          )
        ).items.map(({ entityRef }) => entityRef),
      ).toEqual(others.map(refOf));
      expect(await health.getStrip(caller)).toMatchObject({
        services: 6,
        reliability: { burning: 1, exhausted: 0, withoutObjective: 0 },
        stability: {
          incidentsOpen: 0,
          changeFailureRate: { events: 3, sampleSize: 44 },
        },
        cost: [
          { currency: 'USD', saving: '0.20' },
          { currency: 'EUR', saving: '9.00' },
        ],
      });
    },
  );

  it('refuses who may see nothing, and hides what it cannot follow', async () => {
    const world = await createFleetWorld({ databases, id: 'SQLITE_3' });
    const { health, caller, logger } = world;
    world.policy['cost.read'] = conditional(rule('IS_RICH', {}));
    expect((await health.listServices({}, caller)).lenses.cost).toEqual({
      state: 'hidden',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("'cost.read' cannot be followed"),
    );
    allow(world, DENY);
    for (const asked of [
      health.listServices({}, caller),
      health.getStrip(caller),
      health.exportServices({}, caller),
      health.getOverview(refOf('cart'), caller),
      health.getImpact('x', caller),
    ]) {
      await expect(asked).rejects.toThrow(
        "ask for the permission 'service-health.read'",
      );
    }
  });
});

import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  costBudgetWritePermission,
  costReadPermission,
  listDays,
} from '@plimsoll/plugin-cost-common';
import type { IndexedService } from '@plimsoll/service-index';
import * as fc from 'fast-check';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  type CostWorld,
  createCostWorld,
  refOf,
  UNIT,
} from '../service/__testUtils__/costWorld';
import {
  costConditions,
  createCostConditionalDecision,
} from './costServiceRules';

const databases = createTestDatabases();
const NAMES = ['cart', 'pay', 'search', 'wish'];
const HIDDEN = NAMES.filter(name => name !== 'pay');
const owner = (name: string) => `group:default/team-${name}`;
const SYSTEM = 'system:default/shop';

const SERVICES: IndexedService[] = NAMES.map(name => ({
  entityRef: refOf(name),
  kind: 'component',
  owners: [owner(name)],
  system: name === 'pay' ? 'system:default/sys-pay' : SYSTEM,
  domain: 'domain:default/retail',
}));

type Conditions = PermissionCriteria<PermissionCondition<'cost-service'>>;

/** A world in which the policy's answers can be changed. */
async function start(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({
    databases,
    id,
    services: SERVICES,
    context: {
      allocation: { tags: ['service'], rules: [], pools: [], currency: 'USD' },
    },
  });
  const policy: Record<string, PolicyDecision> = {};
  const state = { totals: false };
  world.permissions.authorize.mockImplementation(async requests =>
    requests.map(() => ({
      result: state.totals ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    })),
  );
  world.permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(
      ({ permission }) =>
        policy[permission.name] ?? { result: AuthorizeResult.ALLOW },
    ),
  );
  return {
    ...world,
    state,
    mayRead(conditions: Conditions) {
      policy[costReadPermission.name] = createCostConditionalDecision(
        costReadPermission,
        conditions,
      );
    },
    mayBudget(conditions: Conditions) {
      policy[costBudgetWritePermission.name] = createCostConditionalDecision(
        costBudgetWritePermission,
        conditions,
      );
    },
    denyReading() {
      policy[costReadPermission.name] = { result: AuthorizeResult.DENY };
    },
  };
}

/** `pay` costs 2 a day; what the others cost and nobody owns is given. */
function charges(hidden: readonly bigint[]) {
  return listDays('2026-09-20', '2026-11-17').flatMap(day => [
    { day, amount: 2n * UNIT, tags: { service: 'pay' } },
    ...HIDDEN.map((name, n) => ({
      day,
      amount: hidden[n],
      tags: { service: name },
    })),
    { day, amount: hidden[HIDDEN.length] },
  ]);
}

/** All that a reader without totals is answered. */
async function everythingFor(world: CostWorld): Promise<unknown[]> {
  const { cost, caller } = world;
  const answers: unknown[] = [];
  for (const range of [
    {},
    { from: '2026-10-01', to: '2026-10-08', metric: 'billed' as const },
  ]) {
    for (const groupBy of ['service', 'system', 'domain', 'owner'] as const) {
      answers.push(
        await cost.listServices({ ...range, groupBy, sort: 'name' }, caller),
      );
    }
    for (const ref of [
      refOf('pay'),
      'system:default/sys-pay',
      'domain:default/retail',
      owner('pay'),
    ]) {
      answers.push(await cost.getServiceCost(ref, range, caller));
      answers.push(await cost.listDeploymentCosts(ref, range, caller));
      answers.push(
        await cost.explain(ref, { ...range, figure: 'matched' }, caller),
        await cost.explain(ref, { ...range, figure: 'total' }, caller),
      );
    }
    answers.push(await cost.listAnomalies(range, caller));
  }
  answers.push(
    await cost.listSavings({}, caller),
    await cost.getSummary({}, caller),
  );
  return answers;
}

/** The share of the bill that is matched is of everybody, in whole percents. */
function withoutRatio(answers: unknown[]): string {
  return JSON.stringify(answers, (key, value) =>
    key === 'matchedRatio' ? undefined : value,
  ).replace(/\{"name":"ratio","value":"0?\.?\d{1,3}"\}/g, '');
}

describe('permissions', () => {
  it.each(databases.ids)(
    'who sees one service is answered the same whatever the others cost, %s',
    async id => {
      const world = await start(id);
      world.mayRead(costConditions.isServiceOwner({ claims: [owner('pay')] }));
      await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));
      const before = await everythingFor(world);
      expect(JSON.stringify(before)).toContain('"total":"32.00"');

      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), {
            minLength: HIDDEN.length + 1,
            maxLength: HIDDEN.length + 1,
          }),
          async hidden => {
            await world.bill(charges(hidden));
            const after = await everythingFor(world);
            expect(withoutRatio(after)).toBe(withoutRatio(before));
            for (const ratio of ratiosOf(after)) {
              expect(ratio).toBe(Math.round(ratio * 100) / 100);
            }
          },
        ),
        { numRuns: 4 },
      );
    },
    180_000,
  );

  it.each(databases.ids)(
    'by whatever rule others are out of sight, nothing names them, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));

      for (const conditions of [
        costConditions.isServiceOwner({
          claims: ['user:default/ada', owner('pay')],
        }),
        costConditions.isForEntity({ entityRefs: [refOf('pay')] }),
        costConditions.inSystem({ systemRefs: ['system:default/sys-pay'] }),
        {
          not: costConditions.isForEntity({ entityRefs: HIDDEN.map(refOf) }),
        },
      ]) {
        world.mayRead(conditions);
        const text = JSON.stringify(await everythingFor(world));
        for (const name of HIDDEN) {
          expect([name, text.includes(name)]).toEqual([name, false]);
        }
        for (const filter of [
          { q: 'cart' },
          { owner: owner('cart') },
          { system: SYSTEM },
        ]) {
          const page = await cost.listServices(filter, caller);
          expect([page.totalItems, page.visible.total]).toEqual([0, '0.00']);
        }
      }
    },
    120_000,
  );

  it.each(databases.ids)(
    'what is out of sight and what does not exist are one answer, %s',
    async id => {
      const world = await start(id);
      const { cost, caller } = world;
      await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));
      world.mayRead(costConditions.isServiceOwner({ claims: [owner('pay')] }));
      const said = (promise: Promise<unknown>) =>
        promise.then(
          () => 'answered',
          (error: Error) => `${error.name}: ${error.message}`,
        );
      const budget = { amount: '5', currency: 'USD' };
      for (const ask of [
        (name: string) => cost.getServiceCost(refOf(name), {}, caller),
        (name: string) => cost.listDeploymentCosts(refOf(name), {}, caller),
        (name: string) =>
          cost.explain(refOf(name), { figure: 'total' }, caller),
        (name: string) => cost.setBudget(refOf(name), budget, caller),
        (name: string) => cost.removeBudget(refOf(name), caller),
        (name: string) =>
          cost.getServiceCost(`group:default/team-${name}`, {}, caller),
      ]) {
        const hidden = await said(ask('cart'));
        expect(hidden).toMatch(/^NotFoundError: There is no service of/);
        expect(hidden.replaceAll('cart', 'none')).toBe(await said(ask('none')));
      }
    },
  );

  it.each(databases.ids)(
    'the places of savings tell nothing of those out of sight, %s',
    async id => {
      const world = await start(id);
      const { cost, caller, client } = world;
      await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));
      const services = [HIDDEN[0], 'pay', HIDDEN[1], 'pay'];
      await client('cost_saving').insert(
        services.map((name, index) => ({
          id: `s${index}`,
          entity_ref: refOf(name),
          kind: 'idle',
          currency: 'USD',
          position: index + 1,
          guard: 'none',
          realisable: '1',
          found_at: 1,
          content: JSON.stringify({
            id: `s${index}`,
            entityRef: refOf(name),
            currency: 'USD',
            order: index + 1,
            realisable: '0.000000001',
            guard: { state: 'none' },
          }),
        })),
      );
      world.mayRead(costConditions.isServiceOwner({ claims: [owner('pay')] }));

      const first = await cost.listSavings({ limit: 1 }, caller);
      const { items } = await cost.listSavings(
        { limit: 1, cursor: first.pageInfo.nextCursor },
        caller,
      );

      expect(
        [...first.items, ...items].map(saving => [saving.id, saving.order]),
      ).toEqual([
        ['s1', 1],
        ['s3', 2],
      ]);
      const applied = await cost.markSavingApplied('s3', caller);
      expect(applied.order).toBe(2);
    },
  );

  it('shows the bill to nobody without the permission for totals', async () => {
    const world = await start('SQLITE_3');
    const { cost, caller } = world;
    await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));
    const preview = { match: { product: 'x' }, entityRef: refOf('pay') };
    const asks = [
      () => cost.getOverview({}, caller),
      () => cost.listUnmapped({}, caller),
      () => cost.previewMapping(preview, caller),
      () => cost.getDataQuality(caller),
      () => cost.listRestatements({}, caller),
      () => cost.exportSplit({ month: '2026-11' }, caller),
    ];
    for (const ask of asks) {
      await expect(ask()).rejects.toThrow("permission 'cost.total.read'");
    }
    const { proof } = await cost.listServices({}, caller);
    expect(proof.unallocated).toBeUndefined();

    world.state.totals = true;
    for (const ask of asks) {
      await expect(ask()).resolves.toBeDefined();
    }
    const seen = await cost.listServices({}, caller);
    expect(seen.proof.unallocated?.amount).toBe('208.00');
    expect(seen.proof.matchedRatio).toBeCloseTo(25 / 38, 10);
  });

  it('lets nobody set the budget of what they may only see', async () => {
    const world = await start('SQLITE_3');
    const { cost, caller } = world;
    await world.bill(charges([5n, 7n, 11n, 13n].map(n => n * UNIT)));
    world.mayBudget(costConditions.isServiceOwner({ claims: [owner('pay')] }));
    const budget = { amount: '50', currency: 'USD' };

    await expect(
      cost.setBudget(refOf('pay'), budget, caller),
    ).resolves.toMatchObject({ amount: '50.00', used: '32.00' });
    await expect(
      cost.setBudget('system:default/sys-pay', budget, caller),
    ).resolves.toMatchObject({ amount: '50.00' });
    for (const ref of [refOf('cart'), SYSTEM, 'domain:default/retail']) {
      await expect(cost.setBudget(ref, budget, caller)).rejects.toThrow(
        `You may not set the budget of ${ref}`,
      );
    }
    expect(world.event.fail).toHaveBeenCalledTimes(3);
    expect(world.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'budget-write',
        meta: expect.objectContaining({ ref: SYSTEM }),
      }),
    );
  });

  it('refuses who may see nothing, rather than show an empty list', async () => {
    const world = await start('SQLITE_3');
    world.denyReading();
    const { cost, caller } = world;
    for (const ask of [
      cost.listServices({}, caller),
      cost.getServiceCost(refOf('pay'), {}, caller),
      cost.listSavings({}, caller),
      cost.getSummary({}, caller),
      cost.getOverview({}, caller),
    ]) {
      await expect(ask).rejects.toThrow("permission 'cost.read'");
    }
  });
});

function ratiosOf(answers: unknown[]): number[] {
  const ratios: number[] = [];
  JSON.stringify(answers, (key, value) => {
    if (key === 'matchedRatio') {
      ratios.push(value);
    }
    return value;
  });
  return ratios;
}

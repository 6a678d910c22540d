import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  type CreateCorrectionRequest,
  type ObjectiveKey,
  sloCorrectPermission,
} from '@plimsoll/plugin-slo-common';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { objectiveRules, sloConditions } from '../permissions/objectiveRules';
import { catalogObjective } from '../service/__testUtils__/catalogObjective';
import {
  createServiceWorld,
  NOON,
} from '../service/__testUtils__/serviceWorld';
import { getObjective } from '../service/detail/getObjective';
import { explainObjective } from '../service/explain/explainObjective';
import { getHistory } from '../service/history/getHistory';
import { getVolume } from '../service/volume/getVolume';
import { Corrections } from './Corrections';

const databases = createTestDatabases();
const HOUR = 3_600;
const DAY = 86_400;
const CART = 'component:default/cart';
const FIRST: ObjectiveKey = {
  ref: 'slo:default/cart-served',
  objective: 'requests-served',
};
const SECOND = { ...FIRST, ref: 'slo:default/cart-fast' };
const iso = (at: number) => new Date(at * 1000).toISOString();
const scope = { kind: 'all' as const };

/** Six hours of maintenance, in which everything failed. */
const OUTAGE = { from: NOON - 3 * DAY, to: NOON - 3 * DAY + 6 * HOUR };
const request: CreateCorrectionRequest = {
  entityRef: CART,
  from: iso(OUTAGE.from),
  to: iso(OUTAGE.to),
  reason: '  Planned move of the database  ',
};

async function setUp(id: TestDatabaseId) {
  const world = await createServiceWorld({
    databases,
    id,
    services: ['cart', 'pay'].map(name => ({
      entityRef: `component:default/${name}`,
      kind: 'component',
      owners: [`group:default/${name}`],
    })),
    objectives: [
      catalogObjective({ ...FIRST, entityRef: CART, target: 0.99 }),
      catalogObjective({ ...SECOND, entityRef: CART, target: 0.99 }),
      catalogObjective({
        ...FIRST,
        ref: 'slo:default/pay-served',
        entityRef: 'component:default/pay',
        target: 0.99,
      }),
    ],
  });
  world.source.series = at => ({
    bad: at >= OUTAGE.from && at < OUTAGE.to ? 1 : 0.0025,
    total: 1,
  });
  await world.measure();
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [{ result: AuthorizeResult.ALLOW }],
  });
  const { context } = world;
  const corrections = Corrections.create({
    database: world.database,
    context,
    auth: mockServices.auth(),
    auditor,
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: () => objectiveRules.isServiceOwner,
        } as never),
    }),
  });
  return {
    world,
    corrections,
    auditor,
    event,
    permissions,
    ada: { credentials: mockCredentials.user('user:default/ada') },
    get: (key: ObjectiveKey) => getObjective({ context, scope, key }),
    explain: () => explainObjective({ context, scope, key: FIRST }),
    history: () =>
      getHistory({
        context,
        scope,
        key: FIRST,
        request: { from: iso(NOON - 4 * DAY), to: iso(NOON), step: 3 * HOUR },
      }),
  };
}

describe('corrections', () => {
  // SQLite has one process
  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`let go of objectives where their replica stands still, ${id}`, async () => {
      const { world, corrections, ada } = await setUp(id);
      const asked: string[] = [];
      world.context.client.on('query', ({ sql }: { sql: string }) =>
        asked.push(sql),
      );
      const limits = () =>
        asked.filter(sql => sql.includes('idle_in_transaction_session_timeout'))
          .length;
      const made = await corrections.create(request, ada);
      expect(limits()).toBe(1);
      await corrections.undo(made.id, { reason: 'It was another day' }, ada);
      expect(limits()).toBe(2);
    });
  }

  it.each(databases.ids)(
    'count within a minute, beside what was measured, and an undo restores it to the digit, %p',
    async id => {
      const { world, corrections, ada, get, history } = await setUp(id);
      const ledger = () =>
        world.context.client('slo_ledger').orderBy(['objective_id', 'start']);
      const before = await get(FIRST);
      const measured = await ledger();
      const lines = await history();
      expect(before).toMatchObject({ state: 'exhausted' });
      expect(before.corrections).toBeUndefined();

      const correction = await corrections.create(request, ada);
      expect(correction).toEqual({
        ...request,
        id: expect.any(String),
        reason: 'Planned move of the database',
        createdBy: 'user:default/ada',
        createdAt: iso(world.context.now()),
      });
      await world.tick(0);
      const corrected = await get(FIRST);
      expect(corrected).toMatchObject({
        state: 'ok',
        sli: expect.closeTo(0.9975, 6),
        budget: { remaining: expect.closeTo(0.75, 4) },
        corrections: {
          count: 1,
          excludedSeconds: 6 * HOUR,
          rawSli: before.sli,
          rawBudget: before.budget,
        },
        coverage: before.coverage,
      });
      const [fine, wrong] = [corrected.trend, before.trend].map(
        line => line[line.length - 2] ?? NaN,
      );
      expect(fine).toBeGreaterThan(wrong);
      const month = corrected.months[12];
      expect(month).toMatchObject({
        excludedSeconds: 6 * HOUR,
        rawRemaining: before.months[12].remaining,
        coverage: before.months[12].coverage,
      });
      expect(month.remaining).toBeCloseTo(0.75, 4);
      expect(await ledger()).toEqual(measured);

      await corrections.undo(
        correction.id,
        { reason: 'It was us after all' },
        ada,
      );
      await world.tick(0);
      const { evaluatedAt: _, ...again } = await get(FIRST);
      expect(before).toMatchObject(again);
      expect(again.corrections).toBeUndefined();
      expect(await history()).toEqual(lines);
      expect(await ledger()).toEqual(measured);
    },
  );

  it.each(databases.ids)(
    'concern one objective, or all of the service and no other, %p',
    async id => {
      const { world, corrections, ada, get } = await setUp(id);
      await corrections.create({ ...request, objective: SECOND }, ada);
      await world.tick(0);
      expect((await get(SECOND)).state).toBe('ok');
      expect((await get(FIRST)).state).toBe('exhausted');

      await corrections.create(request, ada);
      await world.tick(0);
      expect((await get(FIRST)).state).toBe('ok');
      expect((await get(SECOND)).corrections).toMatchObject({
        count: 2,
        excludedSeconds: 6 * HOUR,
      });
      const pay = { ...FIRST, ref: 'slo:default/pay-served' };
      expect((await get(pay)).state).toBe('exhausted');

      const of = async (key: Partial<ObjectiveKey>) =>
        (await corrections.list({ ...key }, ada)).items.map(
          ({ objective }) => objective?.ref,
        );
      expect(await of(FIRST)).toEqual([undefined]);
      expect(await of(SECOND)).toEqual([undefined, SECOND.ref]);
      expect(await of(pay)).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'reach lines, explanations and burn rates, and leave traffic as it was, %p',
    async id => {
      const { world, corrections, ada, history, explain } = await setUp(id);
      const volume = () =>
        getVolume({
          context: world.context,
          scope,
          request: {
            entityRef: CART,
            from: iso(NOON - 4 * DAY),
            to: iso(NOON),
          },
        });
      const traffic = await volume();
      const correction = await corrections.create(request, ada);
      await world.tick(0);

      const lines = await history();
      expect(lines.corrections).toEqual([correction]);
      expect(lines.gaps).toEqual([]);
      const excluded = lines.points.filter(point => point.excludedSeconds);
      expect(excluded.map(({ coverage, at }) => [coverage, at])).toEqual([
        [0, iso(OUTAGE.from + 3 * HOUR)],
        [0, iso(OUTAGE.to)],
      ]);
      expect(Math.max(...lines.points.map(point => point.bad))).toBeLessThan(
        30,
      );
      const last = lines.points[lines.points.length - 1];
      expect(last.remaining).toBeCloseTo(0.75, 4);
      expect(last.rawRemaining).toBeLessThan(0.2);

      const { figures, read, notes, spent } = await explain();
      const figure = (name: string) => figures.find(each => each.id === name);
      expect(figure('budget.remaining')?.value).toBeCloseTo(0.75, 4);
      expect(figure('raw.budget.remaining')).toMatchObject({
        value: expect.closeTo(last.rawRemaining ?? NaN, 3),
        inputs: expect.arrayContaining([
          {
            name: 'excludedBad',
            value: expect.closeTo(6 * HOUR),
            unit: 'events',
          },
          { name: 'excluded', value: 6 * HOUR, unit: 's' },
        ]),
      });
      expect(figure('raw.sli')?.value).toBeLessThan(0.993);
      expect(figure('coverage')?.steps[0]).toContain('= 1');
      expect(read.corrections).toEqual([correction]);
      expect(read.measuredSeconds).toBe(read.windowSeconds);
      expect(notes.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['corrected', 'alerts-not-corrected']),
      );
      expect(spent).toEqual([]);
      expect(await volume()).toEqual(traffic);
    },
  );

  it('calm an objective in maintenance that goes on, for as long as it does', async () => {
    const { world, corrections, ada, get } = await setUp('SQLITE_3');
    const now = world.clock.seconds;
    world.source.series = at => ({ bad: at >= now ? 1 : 0.001, total: 1 });
    await corrections.create(
      { ...request, from: iso(now), to: iso(now + HOUR) },
      ada,
    );
    for (let minute = 0; minute < 30; minute += 1) {
      await world.tick(60);
    }
    expect((await get(FIRST)).burnRates['5m']).toBeUndefined();
    const pay = await get({ ...FIRST, ref: 'slo:default/pay-served' });
    expect(pay.burnRates['5m']).toBeGreaterThan(50);
  });

  it('count also while the source is down', async () => {
    const { world, corrections, ada, get } = await setUp('SQLITE_3');
    world.source.down = new Error('connection refused');
    for (let minute = 0; minute < 3; minute += 1) {
      await world.tick(60);
    }
    expect((await get(FIRST)).state).toBe('unknown');
    await corrections.create(request, ada);
    await world.tick(0);
    expect(await get(FIRST)).toMatchObject({
      state: 'unknown',
      budget: { remaining: expect.closeTo(0.75, 3) },
      corrections: { count: 1 },
    });
  });

  it('lie on whole quarter hours', async () => {
    const { corrections, ada } = await setUp('SQLITE_3');
    const { from, to } = await corrections.create(
      {
        ...request,
        from: '2026-11-17T12:07:00Z',
        to: '2026-11-17T19:46:00+01:00',
      },
      ada,
    );
    expect([from, to]).toEqual([
      '2026-11-17T12:00:00.000Z',
      '2026-11-17T19:00:00.000Z',
    ]);
  });

  it.each<[Partial<CreateCorrectionRequest>, RegExp]>([
    [{ from: 'soon' }, /'from' is no instant/],
    [{ to: request.from }, /'from' must lie before 'to'/],
    [{ from: iso(NOON - 95 * DAY) }, /'to' lies more than 90 days after/],
    [
      { from: iso(NOON - 402 * DAY), to: iso(NOON - 401 * DAY) },
      /'from' lies more than 400 days back, where only whole days are kept/,
    ],
    [{ to: iso(NOON + 31 * DAY) }, /'to' lies more than 30 days ahead/],
    [{ reason: '    why    ' }, /'reason' must have at least 10/],
    [{ reason: 'x'.repeat(501) }, /'reason' must have at most 500/],
    [{ entityRef: 'component:default/nobody' }, /There is no objective on/],
    [{ objective: { ...FIRST, objective: 'x' } }, /There is no objective 'x'/],
  ])('refuse %p', async (wrong, message) => {
    const { world, corrections, ada, event } = await setUp('SQLITE_3');
    await expect(
      corrections.create({ ...request, ...wrong }, ada),
    ).rejects.toThrow(message);
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(await world.context.client('slo_correction').select()).toEqual([]);
  });

  it.each(databases.ids)(
    'are taken back once, and never deleted, %p',
    async id => {
      const { world, corrections, ada } = await setUp(id);
      const { id: number } = await corrections.create(request, ada);
      const word = { reason: 'It was us after all' };
      await expect(
        corrections.undo(number, { reason: 'no' }, ada),
      ).rejects.toThrow(/'reason' must have/);
      const bob = { credentials: mockCredentials.user('user:default/bob') };
      const undone = await corrections.undo(number, word, bob);
      expect(undone.undone).toEqual({
        by: 'user:default/bob',
        at: iso(world.context.now()),
        reason: word.reason,
      });
      await expect(corrections.undo(number, word, ada)).rejects.toThrow(
        /undone before/,
      );
      await expect(corrections.undo('999', word, ada)).rejects.toThrow(
        /There is no correction 999, or you may not see it/,
      );
      const { items, totalItems } = await corrections.list(
        { entityRef: CART },
        ada,
      );
      expect([items, totalItems]).toEqual([[undone], 1]);
    },
  );

  it.each(databases.ids)(
    'need the permission for that service, and show none that cannot be seen, %p',
    async id => {
      const { world, corrections, ada, permissions } = await setUp(id);
      const kept = await corrections.create(request, ada);
      const own: PolicyDecision = {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'slo',
        resourceType: 'slo-objective',
        conditions: sloConditions.isServiceOwner({
          claims: ['group:default/pay'],
        }),
      };
      permissions.authorizeConditional.mockImplementation(
        async ([{ permission }]) => [
          permission.name === sloCorrectPermission.name
            ? own
            : { result: AuthorizeResult.ALLOW },
        ],
      );
      await expect(corrections.create(request, ada)).rejects.toThrow(
        /You may not correct the budgets of component:default\/cart.*'slo\.correct'/,
      );
      await expect(
        corrections.undo(kept.id, { reason: 'It was us after all' }, ada),
      ).rejects.toThrow(/You may not correct/);
      const mayCorrect = async (name: string) =>
        (
          await corrections.list(
            { entityRef: `component:default/${name}` },
            ada,
          )
        ).mayCorrect;
      expect([await mayCorrect('cart'), await mayCorrect('pay')]).toEqual([
        false,
        true,
      ]);
      expect((await corrections.list({}, ada)).mayCorrect).toBe(false);
      await corrections.create(
        { ...request, entityRef: 'component:default/pay' },
        ada,
      );

      permissions.authorizeConditional.mockImplementation(async () => [own]);
      const { items } = await corrections.list({}, ada);
      expect(items.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/pay',
      ]);
      await expect(corrections.create(request, ada)).rejects.toThrow(
        /There is no objective on component:default\/cart, or/,
      );
      await expect(
        corrections.undo(kept.id, { reason: 'It was us after all' }, ada),
      ).rejects.toThrow(/There is no correction/);
      await expect(corrections.list(FIRST, ada)).rejects.toThrow(
        /There is no objective/,
      );
      expect(
        await world.context.client('slo_correction').select(),
      ).toHaveLength(2);
    },
  );

  it('are audited with who, what and how it ended', async () => {
    const { corrections, ada, auditor, event } = await setUp('SQLITE_3');
    const createEvent = jest.spyOn(auditor, 'createEvent');
    const { id } = await corrections.create(
      { ...request, objective: FIRST },
      ada,
    );
    await corrections.undo(id, { reason: 'It was us after all' }, ada);
    const { from, to } = request;
    expect(createEvent.mock.calls.map(([options]) => options)).toEqual([
      {
        eventId: 'budget-correct',
        severityLevel: 'medium',
        request: undefined,
        meta: {
          queryType: 'create',
          entityRef: CART,
          objective: 'slo:default/cart-served#requests-served',
          from,
          to,
        },
      },
      {
        eventId: 'budget-correct',
        severityLevel: 'medium',
        request: undefined,
        meta: { queryType: 'undo', correctionId: id },
      },
    ]);
    expect(event.success).toHaveBeenCalledTimes(2);
  });

  it('are not more than anybody can follow', async () => {
    const { world, corrections, ada } = await setUp('SQLITE_3');
    await world.context.client.batchInsert(
      'slo_correction',
      Array.from({ length: 200 }, () => ({
        entity_ref: CART,
        from_at: NOON - DAY,
        to_at: NOON - DAY + 900,
        reason: 'Planned move of the database',
        created_by: 'user:default/ada',
        created_at: 0,
      })),
      50,
    );
    await expect(corrections.create(request, ada)).rejects.toThrow(
      /has 200 corrections/,
    );
    // what ended long ago costs no evaluation any more
    await world.context
      .client('slo_correction')
      .update({ from_at: 0, to_at: NOON - 401 * DAY });
    await expect(corrections.create(request, ada)).resolves.toMatchObject({
      entityRef: CART,
    });
  });

  it('are the same when they are asked for twice, until one is undone', async () => {
    const { corrections, ada } = await setUp('SQLITE_3');
    const { id } = await corrections.create(request, ada);
    await expect(corrections.create(request, ada)).rejects.toThrow(
      `This is excluded already, by correction ${id};`,
    );
    await corrections.undo(id, { reason: 'It was us after all' }, ada);
    await expect(corrections.create(request, ada)).resolves.toMatchObject({
      entityRef: CART,
    });
  });
});

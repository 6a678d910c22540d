import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createNotificationWorld,
  NOON,
  settle,
} from './__testUtils__/notificationWorld';

const databases = createTestDatabases();

const SPENT_50 =
  'checkout1: 50 % of the error budget of Requests served is spent';
const SPENT_80 =
  'checkout1: 80 % of the error budget of Requests served is spent';
const SPENT = 'checkout1: the error budget of Requests served is spent';
const SILENT_SERVICE = 'component:default/checkout2';
const SILENT = 'checkout1: no data for Requests served';

describe('OwnerWatch', () => {
  it.each(databases.ids)(
    'tells owners of each threshold once, with the figures of the page, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1);
      await settle(world, [one], { consumed: 0.2 });

      await world.status(one, {
        consumed: 0.502,
        payload: {
          forecast: {
            kind: 'at',
            at: '2026-11-21T09:30:00Z',
            burnRate: 8,
            window: '1h',
          },
        },
      });
      await expect(world.minute()).resolves.toEqual([SPENT_50]);
      expect(world.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: {
            title: SPENT_50,
            description:
              '502 bad events of 1,000 that the target of 99.9 % allows in 30 ' +
              'days: 50.2 %, as of 20 Nov 2026, 12:03 UTC. At the burn rate of ' +
              'the last 1h it is gone by 21 Nov 2026, 09:30 UTC.',
            link: '/catalog/default/component/checkout1/slos?objective=slo%3Adefault%2Fobjective-1%23requests-served',
            severity: 'normal',
            topic: 'slo-budget',
            scope: `slo-budget:slo:default/objective-1#requests-served:${NOON}:0.5`,
          },
        },
      ]);
      await expect(world.minute()).resolves.toEqual([]);

      await world.status(one, { consumed: 0.8, state: 'burning' });
      await expect(world.minute()).resolves.toEqual([SPENT_80]);
      await world.status(one, { consumed: 1.3, state: 'exhausted' });
      await expect(world.minute()).resolves.toEqual([SPENT]);
      expect(world.sent[2].payload.severity).toBe('high');
      await world.status(one, { consumed: 1.4, state: 'exhausted' });
      await expect(world.minute()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'tells the highest only where several are passed, and rings once however it wobbles, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1);
      await settle(world, [one]);

      const told = [];
      for (const consumed of [0.81, 0.79, 0.8, 0.75, 0.82, 0.71, 0.8]) {
        await world.status(one, { consumed });
        told.push(...(await world.minute()));
      }
      expect(told).toEqual([SPENT_80]);

      // recovered: armed at 80 % again, and at 50 % still told
      await world.status(one, { consumed: 0.69 });
      await expect(world.minute()).resolves.toEqual([]);
      await world.status(one, { consumed: 0.8 });
      await expect(world.minute()).resolves.toEqual([SPENT_80]);
      expect(new Set(await world.keys()).size).toBe(2);
      expect(new Set(world.sent.map(({ payload }) => payload.scope)).size).toBe(
        2,
      );
    },
  );

  it.each(databases.ids)(
    'begins anew with each calendar window, against what is expected of it, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1, {
        window: {
          kind: 'calendar',
          duration: { value: 1, unit: 'M' },
          startTime: '2026-01-01 00:00:00',
          timeZone: 'UTC',
        },
      });
      const month = (consumed: number, from: string, to: string) => ({
        consumed: 7,
        payload: {
          windowFrom: from,
          windowTo: to,
          projected: {
            consumed,
            remaining: 1 - consumed,
            bad: consumed * 400,
            allowed: 400,
            expectedTotal: 400_000,
            basis: 'same-weekday' as const,
          },
        },
      });
      const november = (consumed: number) =>
        month(consumed, '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z');
      await settle(world, [one], november(0.1));

      await world.status(one, november(0.51));
      await expect(world.minute()).resolves.toEqual([SPENT_50]);
      expect(world.sent[0].payload).toMatchObject({
        description: expect.stringContaining(
          '204 bad events of 400 that the target of 99.9 % allows of what is expected until 1 Dec 2026, 00:00 UTC: 51 %',
        ),
        scope: expect.stringContaining(
          `:${Date.parse('2026-11-01T00:00:00Z') / 1000}:0.5`,
        ),
      });
      // what is expected may move the share back and forth: no news
      for (const consumed of [0.2, 0.55]) {
        await world.status(one, november(consumed));
        await expect(world.minute()).resolves.toEqual([]);
      }

      // the portal was away while the month changed
      world.clock.seconds = Date.parse('2026-12-09T00:00:00Z') / 1000;
      await world.status(
        one,
        month(0.5, '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'),
      );
      await expect(world.minute()).resolves.toEqual([SPENT_50]);
      await expect(world.minute()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'takes what stands when it begins to watch for granted, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [spent, silent, late] = await world.addObjectives(3);
      const standing = async () => {
        await world.status(spent, { consumed: 2, state: 'exhausted' });
        await world.status(silent, {
          state: 'no-data',
          dataUpTo: NOON - 7_200,
          payload: { budget: {} },
        });
      };
      for (let minute = 0; minute < 4; minute++) {
        await standing();
        await world.status(late, { state: 'warming-up', consumed: 3 });
        await expect(world.minute()).resolves.toEqual([]);
      }
      expect(await world.keys()).toEqual([]);

      // what happens after that is news
      await world.status(late, { consumed: 3, state: 'exhausted' });
      await expect(world.minute()).resolves.toEqual([
        'checkout3: the error budget of Requests served is spent',
      ]);
    },
  );

  it.each(databases.ids)(
    'tells of what stands where app-config says so, %s',
    async id => {
      const world = await createNotificationWorld({
        databases,
        id,
        settings: { tellsExisting: true },
      });
      const [spent] = await world.addObjectives(1);
      await world.status(spent, { consumed: 2, state: 'exhausted' });
      await expect(world.minute()).resolves.toEqual([SPENT]);
      await settle(world, [spent], { consumed: 2, state: 'exhausted' });
      expect(world.sent).toHaveLength(1);
    },
  );

  it.each(databases.ids)(
    'waits for the history of a new objective, and of one that is measured otherwise, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1);
      const stretch = {
        objective_id: one,
        source: 'prometheus',
        priority: 0,
        start: 0,
        end: NOON,
        due_at: NOON,
      };
      await world.client('slo_backfill').insert(stretch);
      await settle(world, [one]);
      await expect(world.client('slo_watch')).resolves.toEqual([]);
      await world.client('slo_backfill').delete();
      await settle(world, [one], { consumed: 0.9 });
      expect(world.sent).toEqual([]);

      await world
        .client('slo_objective')
        .update({ definition_hash: 'another', ledger_hash: 'another' });
      await settle(world, [one], { consumed: 1.1, state: 'exhausted' });
      expect(world.sent).toEqual([]);
      await expect(world.client('slo_watch').first()).resolves.toMatchObject({
        definition_hash: 'another',
        level: 1,
      });
    },
  );

  it.each([
    ['warming up', { state: 'warming-up' as const, consumed: 2 }],
    ['of too few events', { state: 'insufficient' as const, consumed: 2 }],
    ['unknown', { state: 'unknown' as const, consumed: 2 }],
    [
      'without traffic',
      { state: 'no-traffic' as const, payload: { budget: {} } },
    ],
    [
      'burning, and measured for a day only',
      {
        state: 'burning' as const,
        consumed: 2,
        payload: { measuredFrom: NOON - 86_400 },
      },
    ],
    [
      'burning, and hardly measured',
      { state: 'burning' as const, consumed: 2, payload: { coverage: 0.2 } },
    ],
    [
      'burning, of too few events',
      {
        state: 'burning' as const,
        payload: {
          budget: { consumed: 12, remaining: -11, bad: 10, allowed: 0.8 },
        },
      },
    ],
  ])('says nothing of the budget of what is %s', async (_, sketch) => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    const [one] = await world.addObjectives(1);
    await settle(world, [one]);
    await world.status(one, sketch);
    await expect(world.minute()).resolves.toEqual([]);

    await world.status(one, { state: 'burning', consumed: 2 });
    await expect(world.minute()).resolves.toEqual([SPENT]);
  });

  it('tells of a budget whose window has hardly a gap but for what corrections exclude', async () => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    const [one] = await world.addObjectives(1);
    await settle(world, [one]);
    // of an hour and a half that are left, 36 minutes were measured
    const excludedSeconds = 30 * 86_400 - 5_400;
    await world.status(one, {
      state: 'burning',
      consumed: 2,
      payload: {
        coverage: 0.4,
        corrections: { count: 1, excludedSeconds, rawBudget: {} },
      },
    });
    await expect(world.minute()).resolves.toEqual([SPENT]);
  });

  it.each(databases.ids)(
    'tells once that data have stopped, and again after they were back for an hour, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1);
      await settle(world, [one]);
      const end = world.clock.seconds;
      const absent = {
        state: 'no-data' as const,
        dataUpTo: end,
        payload: { budget: {}, reason: { code: 'series-absent' as const } },
      };
      const told: Array<[number, string]> = [];
      const forMinutes = async (
        count: number,
        sketch: Parameters<typeof world.status>[1],
      ) => {
        for (let minute = 0; minute < count; minute++) {
          const at = world.clock.seconds;
          await world.status(one, sketch);
          told.push(
            ...(await world.minute()).map(
              title => [at - end, title] as [number, string],
            ),
          );
        }
      };
      await forMinutes(50, absent);
      expect(told).toEqual([[1_800, SILENT]]);
      expect(world.sent[0].payload).toEqual(
        expect.objectContaining({
          description:
            'Nothing has been measured since 20 Nov 2026, 12:03 UTC. The ' +
            "metrics source 'prometheus' answers, but has no series for it. " +
            'Until that is mended nobody can say how much of the error budget ' +
            'is left.',
          topic: 'slo-data',
          scope: `slo-silence:slo:default/objective-1#requests-served:${end}`,
        }),
      );

      // data that come and go are no news each time
      await forMinutes(20, {});
      await forMinutes(40, { ...absent, dataUpTo: world.clock.seconds - 60 });
      expect(told).toHaveLength(1);

      await forMinutes(62, {});
      await forMinutes(32, { ...absent, dataUpTo: world.clock.seconds - 60 });
      expect(told).toHaveLength(2);
    },
  );

  it.each(databases.ids)(
    'never misses what never was there, nor what was removed, and tells nobody of what nobody owns, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [never, removed, lone] = await world.addObjectives(3);
      await settle(world, [removed, lone]);
      world.owners.set('component:default/checkout3', []);
      await world
        .client('slo_objective')
        .where({ id: removed })
        .update({ removed_at: NOON });
      for (let minute = 0; minute < 40; minute++) {
        await world.status(never, {
          state: 'no-data',
          dataUpTo: null,
          payload: { budget: {} },
        });
        await world.status(removed, { consumed: 1, state: 'exhausted' });
        await world.status(lone, { consumed: 1, state: 'exhausted' });
        await expect(world.minute()).resolves.toEqual([]);
      }
    },
  );

  it.each(databases.ids)(
    'keeps what is new until there is an owner to tell, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [spent, silent] = await world.addObjectives(2);
      await settle(world, [spent, silent]);
      const services = ['component:default/checkout1', SILENT_SERVICE];
      services.forEach(service => world.owners.set(service, []));
      const end = world.clock.seconds;
      const minute = async () => {
        await world.status(spent, { consumed: 1.2, state: 'exhausted' });
        await world.status(silent, {
          state: 'no-data',
          dataUpTo: end,
          payload: { budget: {} },
        });
        return world.minute();
      };
      for (let count = 0; count < 40; count++) {
        await expect(minute()).resolves.toEqual([]);
      }
      services.forEach(service => world.owners.delete(service));
      await expect(minute()).resolves.toEqual([
        SPENT,
        'checkout2: no data for Requests served',
      ]);
      await expect(minute()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'writes an event once, however many replicas look at a time, %s',
    async id => {
      const world = await createNotificationWorld({
        databases,
        id,
        settings: { tellsExisting: true },
      });
      const ids = await world.addObjectives(150);
      for (const level of [0.6, 0.9, 1.2]) {
        for (const one of ids) {
          await world.status(one, {
            consumed: level,
            state: level > 1 ? 'exhausted' : 'burning',
          });
        }
        const counts = await Promise.all(
          [world.watch(), world.watch(), world.watch()].map(watch =>
            watch.look(world.signal),
          ),
        );
        expect(counts.reduce((sum, count) => sum + count)).toBe(150);
      }
      const keys = await world.keys();
      expect(keys).toHaveLength(450);
      expect(new Set(keys).size).toBe(450);
    },
  );
});

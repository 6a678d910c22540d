import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createNotificationWorld,
  NOON,
  settle,
} from './__testUtils__/notificationWorld';

const databases = createTestDatabases();

describe('OutageWatch', () => {
  it.each(databases.ids)(
    'tells each owner once of all objectives that a source leaves, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const ids = await world.addObjectives(12);
      const [other] = await world.addObjectives(1, { source: 'mimir' });
      world.owners.set('component:default/checkout12', [
        'group:default/shop',
        'user:default/ada',
      ]);
      await world.client('slo_source').insert(
        ['prometheus', 'mimir'].map(name => ({
          name,
          type: 'fake',
          demo: false,
          up: true,
        })),
      );
      await settle(world, [...ids, other]);
      const down = world.clock.seconds;
      await world
        .client('slo_source')
        .where({ name: 'prometheus' })
        .update({ up: false, down_since: down * 1_000 });
      const told: Array<[number, string]> = [];
      const forMinutes = async (count: number, isUp = false) => {
        for (let minute = 0; minute < count; minute++) {
          const at = world.clock.seconds;
          for (const one of isUp ? ids : []) {
            await world.status(one);
          }
          await world.status(other);
          told.push(
            ...(await world.minute()).map(
              title => [(at - down) / 60, title] as [number, string],
            ),
          );
        }
      };
      for (const one of ids) {
        await world.status(one, {
          state: 'unknown',
          dataUpTo: down - 60,
          consumed: 0.9,
        });
      }
      await forMinutes(50);

      expect(told).toEqual([
        [
          30,
          "The metrics source 'prometheus' is down: no data for 12 objectives",
        ],
        [
          30,
          "The metrics source 'prometheus' is down: no data for 1 objective",
        ],
      ]);
      expect(world.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: expect.objectContaining({
            description:
              'It has not answered since 20 Nov 2026, 12:03 UTC. Nobody can ' +
              `say how these stand: ${ids
                .slice(0, 10)
                .map((_, index) => `checkout${index + 1}: Requests served`)
                .join('; ')}; and 2 more.`,
            link: '/slos?state=unknown&owner=group%3Adefault%2Fshop',
            topic: 'slo-data',
            scope: `slo-outage:prometheus:group:default/shop:${down}:${ids[0]}`,
          }),
        },
        expect.objectContaining({
          recipients: { type: 'entity', entityRef: ['user:default/ada'] },
        }),
      ]);

      // a series that did not come back is of the outage that was told
      await world.client('slo_source').update({ up: true, down_since: null });
      for (const one of ids) {
        await world.status(one, {
          state: 'no-data',
          dataUpTo: down - 60,
          payload: { budget: {} },
        });
      }
      await forMinutes(40);
      await forMinutes(62, true);
      expect(told).toHaveLength(2);

      // an outage hours later is another one
      await world
        .client('slo_source')
        .where({ name: 'prometheus' })
        .update({ up: false, down_since: world.clock.seconds * 1_000 });
      for (const one of ids) {
        await world.status(one, { state: 'unknown', dataUpTo: down });
      }
      await forMinutes(31);
      expect(told).toHaveLength(4);
    },
  );

  it('says nothing of an outage during which it begins to watch', async () => {
    const world = await createNotificationWorld({ databases, id: 'SQLITE_3' });
    const [one] = await world.addObjectives(1);
    await world.client('slo_source').insert({
      name: 'prometheus',
      type: 'fake',
      demo: false,
      up: false,
      down_since: (NOON - 7_200) * 1_000,
    });
    for (let minute = 0; minute < 10; minute++) {
      await world.status(one, { state: 'unknown', dataUpTo: NOON - 7_200 });
      await expect(world.minute()).resolves.toEqual([]);
    }
    // nor of the budget that it finds when the source is back
    await world.client('slo_source').update({ up: true, down_since: null });
    for (let minute = 0; minute < 5; minute++) {
      await world.status(one, { consumed: 1, state: 'exhausted' });
      await expect(world.minute()).resolves.toEqual([]);
    }
  });

  it.each(databases.ids)(
    'tells each owner once of a source that app-config lost, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const ids = await world.addObjectives(3);
      const [other] = await world.addObjectives(1, { source: 'mimir' });
      await settle(world, [...ids, other]);
      world.sources.names = ['mimir'];
      const end = world.clock.seconds;
      for (const [index, one] of ids.entries()) {
        await world.status(one, {
          state: 'no-data',
          dataUpTo: end - index * 300,
          payload: { budget: {}, reason: { code: 'source-missing' } },
        });
      }
      const told: string[] = [];
      for (let minute = 0; minute < 40; minute++) {
        await world.status(other);
        told.push(...(await world.minute()));
      }
      expect(told).toEqual([
        "app-config has no metrics source 'prometheus' any more: no data for 3 objectives",
      ]);
      expect(world.sent[0].payload).toMatchObject({
        description:
          'It measured until 20 Nov 2026, 12:03 UTC. Nobody can say how these ' +
          'stand: checkout1: Requests served; checkout2: Requests served; ' +
          'checkout3: Requests served.',
        link: '/slos?state=no-data&owner=group%3Adefault%2Fshop',
        scope: `slo-outage:prometheus:group:default/shop:${end}:${ids[0]}`,
      });
    },
  );

  it.each(databases.ids)(
    'is told of once there is an owner to tell, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const [one] = await world.addObjectives(1);
      await settle(world, [one]);
      world.owners.set('component:default/checkout1', []);
      await world.client('slo_source').insert({
        name: 'prometheus',
        type: 'fake',
        demo: false,
        up: false,
        down_since: (NOON - 7_200) * 1_000,
      });
      await world.status(one, { state: 'unknown', dataUpTo: NOON - 7_200 });
      await expect(world.minute()).resolves.toEqual([]);
      world.owners.clear();
      await expect(world.minute()).resolves.toEqual([
        "The metrics source 'prometheus' is down: no data for 1 objective",
      ]);
      await expect(world.minute()).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'is told of further objectives as it grows, each once, %s',
    async id => {
      const world = await createNotificationWorld({ databases, id });
      const ids = await world.addObjectives(4);
      world.owners.set('component:default/checkout4', ['user:default/ada']);
      await settle(world, ids);
      const down = world.clock.seconds - 7_200;
      await world.client('slo_source').insert({
        name: 'prometheus',
        type: 'fake',
        demo: false,
        up: false,
        down_since: down * 1_000,
      });
      const lose = async (lost: readonly number[]) => {
        for (const one of lost) {
          await world.status(one, { state: 'unknown', dataUpTo: down });
        }
      };
      const [first, second, third, other] = ids;
      await lose([first, other]);
      const words = (count: string) =>
        `The metrics source 'prometheus' is down: no data for ${count}`;
      expect(await world.minute()).toEqual([
        words('1 objective'),
        words('1 objective'),
      ]);
      expect(await world.minute()).toEqual([]);
      // their status was not written until now
      await lose([second, third]);
      expect(await world.minute()).toEqual([words('2 objectives')]);
      expect(world.sent.at(-1)).toMatchObject({
        recipients: { entityRef: ['group:default/shop'] },
        payload: {
          description: expect.stringMatching(
            /stand: checkout2: Requests served; checkout3: Requests served\.$/,
          ),
        },
      });
      expect(await world.minute()).toEqual([]);
      expect(new Set(await world.keys()).size).toBe(3);
    },
  );

  it('is told once by three replicas that look at a time', async () => {
    const [id] = databases.ids.slice(-1);
    const world = await createNotificationWorld({
      databases,
      id,
      settings: { tellsExisting: true },
    });
    const ids = await world.addObjectives(30);
    await world.client('slo_source').insert({
      name: 'prometheus',
      type: 'fake',
      demo: false,
      up: false,
      down_since: (NOON - 7_200) * 1_000,
    });
    for (const one of ids) {
      await world.status(one, { state: 'unknown', dataUpTo: NOON - 7_200 });
    }
    await Promise.all([world.minute(), world.minute(), world.minute()]);
    await world.minute();
    await expect(world.keys()).resolves.toHaveLength(1);
    expect(world.sent).toHaveLength(1);
  });
});

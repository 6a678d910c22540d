import { mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type {
  HistoryRequest,
  ObjectiveHistory,
  ObjectiveKey,
  VolumeResponse,
} from '@plimsoll/plugin-slo-common';
import type { Knex } from 'knex';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { type CostUnit, REQUESTS } from './readUnits';
import { readVolumeFaults } from './readVolumeFaults';
import { readVolumes } from './readVolumes';
import { readWaiting } from './readWaiting';
import { VolumeTask } from './VolumeTask';

const databases = createTestDatabases();
const CART = 'component:default/cart';
const SHOP = 'component:default/shop';
const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-18T12:00:00Z');

const ORDERS = {
  ref: 'slo:default/checkout-orders',
  objective: 'accepted',
};
const UNITS: CostUnit[] = [
  REQUESTS,
  { unit: 'carts', per: 1_000, entityRef: SHOP },
  { unit: 'orders', per: 1_000, objective: ORDERS },
];

type Days = VolumeResponse['days'];

async function setUp(
  client: Knex,
  daysOf: (ref: string) => Days,
  refs: string[] = [CART],
) {
  await client('cost_service').insert(
    refs.map(ref => ({
      entity_ref: ref,
      currency: 'USD',
      sort_name: 'cart',
      billed_to_date: '0',
      effective_to_date: '0',
      contracted_to_date: '0',
      list_to_date: '0',
      month: '2026-11-01',
      content: '{}',
      changed_at: 1,
    })),
  );
  const slo = {
    getVolume: jest.fn(async ({ entityRef }: { entityRef: string }) => ({
      entityRef,
      timeZone: 'UTC',
      days: daysOf(entityRef),
    })),
    getHistory: jest.fn(
      async (
        _key: ObjectiveKey,
        { from, to }: HistoryRequest,
      ): Promise<ObjectiveHistory> => ({
        from,
        to,
        step: 86_400,
        view: 'rolling',
        gaps: [],
        points: [
          { at: '2026-11-17T00:00:00Z', total: 180_000, bad: 9, coverage: 1 },
          { at: '2026-11-18T00:00:00Z', total: 90_000, bad: 9, coverage: 0.5 },
        ],
      }),
    ),
  };
  const clock = { now: NOON };
  const logger = mockServices.logger.mock();
  const onChange = jest.fn(async () => {});
  const task = VolumeTask.create({
    client,
    slo,
    auth: mockServices.auth(),
    units: UNITS,
    logger,
    now: () => clock.now,
    onChange,
  });
  return {
    clock,
    waiting: async () => [
      ...(await readWaiting({ client, units: UNITS, entityRefs: [CART] })),
    ],
    slo,
    logger,
    onChange,
    run: (signal = new AbortController().signal) => task.run({ signal }),
    read: (entityRef: string) =>
      readVolumes({
        client,
        unit: REQUESTS,
        entityRefs: [entityRef],
        from: '2026-01-01',
        to: '2027-01-01',
      }),
  };
}

const day = (date: string, total: number, coverage = 1) => ({
  date,
  total,
  bad: 0,
  coverage,
});

async function refusal(status: number): Promise<Error> {
  return ResponseError.fromResponse(new Response('{}', { status }) as never);
}

describe('VolumeTask', () => {
  it.each(databases.ids)(
    'keeps what was measured of whole days, for services and units, %s',
    async id => {
      const { client } = await databases.create(id);
      let last = 300;
      const { clock, run, read, waiting, slo, onChange } = await setUp(
        client,
        ref =>
          ref === CART
            ? [
                day('2026-11-15', 100),
                day('2026-11-16', 5, 0.4),
                day('2026-11-17', last),
              ]
            : [day('2026-11-17', 7)],
      );

      await expect(waiting()).resolves.toEqual(['requests', 'carts', 'orders']);
      await expect(run()).resolves.toBe(4);
      await expect(waiting()).resolves.toEqual([]);
      await expect(read(CART)).resolves.toEqual([
        { day: '2026-11-15', volume: 100 },
        { day: '2026-11-17', volume: 300 },
      ]);
      await expect(read(SHOP)).resolves.toEqual([
        { day: '2026-11-17', volume: 7 },
      ]);
      expect(slo.getVolume.mock.calls[0]).toEqual([
        {
          entityRef: SHOP,
          from: '2026-07-21T00:00:00Z',
          to: '2026-11-18T00:00:00Z',
          timeZone: 'UTC',
        },
        expect.objectContaining({ token: expect.any(String) }),
      ]);

      await expect(
        readVolumes({
          client,
          unit: UNITS[2],
          entityRefs: [CART],
          from: '2026-01-01',
          to: '2027-01-01',
        }),
      ).resolves.toEqual([{ day: '2026-11-16', volume: 180_000 }]);
      expect(slo.getHistory.mock.calls[0].slice(0, 2)).toEqual([
        ORDERS,
        {
          from: '2026-07-21T00:00:00Z',
          to: '2026-11-18T00:00:00Z',
          step: 86_400,
        },
      ]);

      await expect(run()).resolves.toBe(0);
      expect(slo.getVolume).toHaveBeenCalledTimes(2);
      clock.now += 2 * HOUR;
      await expect(run()).resolves.toBe(0);
      expect(onChange).toHaveBeenCalledTimes(1);
      expect(slo.getVolume.mock.lastCall?.[0]).toMatchObject({
        from: '2026-11-15T00:00:00Z',
      });
      last = 301;
      clock.now += HOUR;
      await expect(run()).resolves.toBe(1);
    },
  );

  it('waits while the SLO plugin reads its own history, and reads all of it', async () => {
    const { client } = await databases.create('SQLITE_3');
    let known = 0;
    const { clock, run, read, waiting } = await setUp(client, () => [
      day('2026-11-15', 1, known > 1 ? 1 : 0),
      day('2026-11-16', 2, known > 1 ? 1 : 0),
      day('2026-11-17', 3, known > 0 ? 1 : 0),
    ]);
    await run();
    await expect(waiting()).resolves.toEqual(['requests', 'carts']);
    clock.now += 20_000;
    known = 1;
    await expect(run()).resolves.toBe(2);
    await expect(waiting()).resolves.toEqual([]);
    await expect(read(CART)).resolves.toHaveLength(1);
    clock.now += 60_000;
    known = 2;
    await expect(run()).resolves.toBe(4);
    await expect(read(CART)).resolves.toHaveLength(3);
  });

  it.each(databases.ids)(
    'forgets no day that an answer says nothing of, %s',
    async id => {
      const { client } = await databases.create(id);
      const known = [
        day('2026-11-14', 4),
        day('2026-11-15', 5),
        day('2026-11-16', 6),
        day('2026-11-17', 7),
      ];
      let answer: Days = known;
      const { clock, run, read, slo } = await setUp(client, ref =>
        ref === CART ? answer : [],
      );
      await run();
      const kept = known.map(({ date, total }) => ({
        day: date,
        volume: total,
      }));
      await expect(read(CART)).resolves.toEqual(kept);

      // its objective is gone, was renamed, or is read anew
      for (const days of [
        [],
        known.map(one => ({ ...one, coverage: 0 })),
        known.map(one => ({ ...one, coverage: 0.5 })),
        [day('2026-11-17', 7)],
        known.map((one, n) => ({ ...one, coverage: n < 3 ? 0 : 1 })),
      ]) {
        answer = days;
        for (let asked = 0; asked < 3; asked++) {
          clock.now += HOUR / 2;
          await expect(run()).resolves.toBe(0);
        }
        await expect(read(CART)).resolves.toEqual(kept);
      }
      slo.getVolume.mockRejectedValue(await refusal(404));
      for (let asked = 0; asked < 3; asked++) {
        clock.now += HOUR;
        await expect(run()).resolves.toBe(0);
      }
      await expect(read(CART)).resolves.toEqual(kept);
    },
  );

  it.each(databases.ids)(
    'forgets a day that turns out to be measured in part, %s',
    async id => {
      const { client } = await databases.create(id);
      let coverage = 1;
      const { clock, run, read } = await setUp(client, ref =>
        ref === CART
          ? [day('2026-11-16', 6, coverage), day('2026-11-17', 7)]
          : [],
      );
      await run();
      coverage = 0.5;
      clock.now += 2 * HOUR;
      await expect(run()).resolves.toBe(1);
      await expect(read(CART)).resolves.toEqual([
        { day: '2026-11-17', volume: 7 },
      ]);
    },
  );

  it('knows in ten minutes that nobody counts a service', async () => {
    const { client } = await databases.create('SQLITE_3');
    const { clock, run, slo, waiting } = await setUp(client, () => []);
    slo.getVolume.mockRejectedValue(await refusal(404));
    await expect(run()).resolves.toBe(1);
    await expect(waiting()).resolves.toEqual(['requests', 'carts']);
    clock.now += HOUR / 6;
    await run();
    await expect(waiting()).resolves.toEqual([]);
    await expect(readVolumeFaults(client)).resolves.toEqual([]);
  });

  it.each(databases.ids)(
    'goes on with others where one service cannot be read, asks it rarer and says so, %s',
    async id => {
      const { client } = await databases.create(id);
      const refs = Array.from(
        { length: 20 },
        (_, n) => `component:default/${n}`,
      );
      const { clock, run, slo } = await setUp(
        client,
        () => [day('2026-11-17', 3)],
        refs,
      );
      const failure = await refusal(500);
      slo.getVolume.mockImplementation(async ({ entityRef }) => {
        if (entityRef === refs[0]) {
          throw failure;
        }
        return { entityRef, timeZone: 'UTC', days: [day('2026-11-17', 3)] };
      });
      // 19 services, the shop and the orders
      await expect(run()).resolves.toBe(21);
      const [fault, ...others] = await readVolumeFaults(client);
      expect(others).toEqual([]);
      expect(fault).toMatchObject({
        source: 'slo',
        state: 'failing',
        message: expect.stringContaining(refs[0]),
        faults: [{ count: 1 }],
      });

      const asked = () =>
        slo.getVolume.mock.calls.filter(
          ([{ entityRef }]) => entityRef === refs[0],
        ).length;
      for (let minute = 1; minute <= 30; minute++) {
        clock.now += 60_000;
        await run();
      }
      // after 1, 3, 7 and 15 minutes
      expect(asked()).toBe(5);

      slo.getVolume.mockImplementation(async ({ entityRef }) => ({
        entityRef,
        timeZone: 'UTC',
        days: [day('2026-11-17', 3)],
      }));
      clock.now += HOUR;
      await run();
      await expect(readVolumeFaults(client)).resolves.toEqual([]);
    },
  );

  it('stops where nobody answers', async () => {
    const { client } = await databases.create('SQLITE_3');
    const refs = Array.from({ length: 50 }, (_, n) => `component:default/${n}`);
    const { run, slo, logger } = await setUp(client, () => [], refs);
    slo.getVolume.mockRejectedValue(await refusal(503));
    slo.getHistory.mockRejectedValue(await refusal(503));
    await expect(run()).resolves.toBe(0);
    expect(slo.getVolume.mock.calls.length).toBeLessThan(8);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('it is asked again'),
    );
    await expect(readVolumeFaults(client)).resolves.toMatchObject([
      { message: expect.stringContaining(' more,') },
    ]);
  });

  it('ends with the backend', async () => {
    const { client } = await databases.create('SQLITE_3');
    const { run, slo } = await setUp(client, () => []);
    await expect(run(AbortSignal.abort(new Error('bye')))).rejects.toThrow(
      'bye',
    );
    expect(slo.getVolume).not.toHaveBeenCalled();
  });
});

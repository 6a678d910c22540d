import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { listDays } from '@plimsoll/plugin-cost-common';
import {
  LEASE_MS,
  NotificationOutbox,
  NotificationSender,
} from '@plimsoll/plugin-database';
import { AllocationWorker } from '../allocation/AllocationWorker';
import { markAllDirty } from '../allocation/markAllDirty';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DeriveStep } from '../derive/DeriveStep';
import {
  createCostWorld,
  refOf,
  UNIT,
} from '../service/__testUtils__/costWorld';
import { BudgetWatch } from './BudgetWatch';
import { NOTIFICATION_TABLE as table } from './notificationTable';

const databases = createTestDatabases();
const { signal } = new AbortController();

/** `cart` costs 3 a day since 1 October, `lone` too, which nobody owns. */
async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({ databases, id });
  const notifications = {
    send: jest.fn(async (_: NotificationSendOptions) => {}),
  };
  const { database, context, clock } = world;
  const watch = BudgetWatch.create({ database, context });
  const sender = () =>
    NotificationSender.create({
      database,
      table,
      notifications,
      logger: mockServices.logger.mock(),
      now: () => clock.now,
    });
  await world.bill(
    ['cart', 'lone'].flatMap(service =>
      listDays('2026-10-01', '2026-11-17').map(day => ({
        day,
        amount: 3n * UNIT,
        tags: { service },
      })),
    ),
  );
  return {
    ...world,
    watch,
    sender,
    send: notifications.send,
    /** Looks, and sends what was found. */
    async tell() {
      await watch.look({ signal });
      return sender().drain(signal);
    },
    async budget(name: string, amount: string) {
      await world.cost.setBudget(
        refOf(name),
        { amount, currency: 'USD' },
        world.caller,
      );
      await world.derive.markDue();
      await world.worker.drain();
    },
  };
}

describe('BudgetWatch', () => {
  it.each(databases.ids)(
    'tells owners once a month what was passed, and what is expected, %s',
    async id => {
      const { tell, send, budget } = await setUp(id);
      await budget('cart', '80');

      await expect(tell()).resolves.toBe(2);

      expect(send.mock.calls.map(([sent]) => sent)).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: {
            title: 'The cart has used 50 % of its budget',
            description: '48.00 of 80.00 USD are spent this month.',
            link: '/catalog/default/component/cart/cost',
            severity: 'normal',
            topic: 'cost',
            scope:
              'cost-budget:component:default/cart:2026-11-01:80.00 USD:0.5',
          },
        },
        expect.objectContaining({
          payload: expect.objectContaining({
            title: 'The cart is expected to end the month above its budget',
          }),
        }),
      ]);
      await expect(tell()).resolves.toBe(0);
    },
  );

  it.each(databases.ids)(
    'tells of another amount anew, and of the same amount once, %s',
    async id => {
      const { tell, send, budget, clock } = await setUp(id);
      const titles = async () => {
        await tell();
        const found = send.mock.calls.map(([{ payload }]) => payload.title);
        send.mockClear();
        clock.now += 60_000;
        return found;
      };
      // by mistake: all of it is told
      await budget('cart', '1');
      expect(await titles()).toEqual(['The cart has used 100 % of its budget']);
      await budget('cart', '85');
      expect(await titles()).toEqual([
        'The cart has used 50 % of its budget',
        'The cart is expected to end the month above its budget',
      ]);
      await budget('cart', '40');
      expect(await titles()).toEqual(['The cart has used 100 % of its budget']);
      // as it was before
      await budget('cart', '85');
      expect(await titles()).toEqual([]);
    },
  );

  it.each(databases.ids)(
    'does not tell again what a former version told of this budget, %s',
    async id => {
      const { tell, send, budget, client, clock } = await setUp(id);
      await budget('cart', '85');
      const told = (at: number) =>
        client('cost_notice')
          .insert(
            ['0.5', 'expected'].map(threshold => ({
              entity_ref: refOf('cart'),
              month: '2026-11-01',
              threshold,
              told_at: at,
            })),
          )
          .onConflict(['entity_ref', 'month', 'threshold'])
          .merge();
      await told(clock.now);
      await expect(tell()).resolves.toBe(0);
      // that was of an amount before this one
      await told(clock.now - 1);
      await expect(tell()).resolves.toBe(2);
      expect(send).toHaveBeenCalledTimes(2);
    },
  );

  it.each(databases.ids)(
    'loses nothing to a replica that is killed between writing and sending, %s',
    async id => {
      const { watch, sender, send, budget, database, clock } = await setUp(id);
      await budget('cart', '80');
      const add = jest
        .spyOn(NotificationOutbox.prototype, 'add')
        .mockRejectedValueOnce(new Error('killed'));
      await expect(watch.look({ signal })).rejects.toThrow('killed');
      add.mockRestore();
      // that it was told is not written without what is to be sent
      await expect(watch.look({ signal })).resolves.toBe(2);

      // killed while it sends the first
      const outbox = NotificationOutbox.create({ database, table });
      const claimed = await outbox.claim(clock.now);
      await expect(sender().drain(signal)).resolves.toBe(1);
      await expect(watch.look({ signal })).resolves.toBe(0);
      clock.now += LEASE_MS;
      await expect(sender().drain(signal)).resolves.toBe(1);
      await expect(sender().drain(signal)).resolves.toBe(0);

      const scopes = send.mock.calls.map(([{ payload }]) => payload.scope);
      expect(scopes).toHaveLength(2);
      expect(scopes).toContain(claimed?.content.payload.scope);
      expect(new Set(scopes).size).toBe(2);
    },
  );

  it('tries again what could not be sent, and tells nobody of what nobody owns', async () => {
    const { tell, send, budget, clock } = await setUp('SQLITE_3');
    await budget('lone', '1');
    await expect(tell()).resolves.toBe(0);
    expect(send).not.toHaveBeenCalled();

    await budget('cart', '1');
    send.mockRejectedValueOnce(new Error('no such plugin'));
    await expect(tell()).resolves.toBe(0);
    clock.now += 60_000;
    await expect(tell()).resolves.toBe(1);
  });

  it.each(databases.ids)(
    'tells those who own services together of their budget, %s',
    async id => {
      const { tell, send, cost, caller } = await setUp(id);
      for (const ref of ['group:default/shop', 'system:default/shop']) {
        await cost.setBudget(ref, { amount: '80', currency: 'USD' }, caller);
      }

      // nobody owns the system itself
      await expect(tell()).resolves.toBe(2);

      expect(send.mock.calls.map(([sent]) => sent)).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: expect.objectContaining({
            title: 'shop has used 50 % of its budget',
            description: '48.00 of 80.00 USD are spent this month.',
            link: '/catalog/default/group/shop/cost',
          }),
        },
        expect.objectContaining({
          payload: expect.objectContaining({
            title: 'shop is expected to end the month above its budget',
          }),
        }),
      ]);
      await expect(tell()).resolves.toBe(0);
    },
  );

  it('does not tell again what was sent, where another notice could not be', async () => {
    const { tell, send, budget, clock } = await setUp('SQLITE_3');
    await budget('cart', '80');
    send.mockImplementationOnce(async () => {});
    send.mockRejectedValueOnce(new Error('busy'));
    await expect(tell()).resolves.toBe(1);
    clock.now += 60_000;
    await expect(tell()).resolves.toBe(1);
    const scopes = send.mock.calls.map(
      ([sent]) => (sent as { payload: { scope: string } }).payload.scope,
    );
    expect(scopes.map(scope => scope.split(':').pop())).toEqual([
      '0.5',
      'expected',
      'expected',
    ]);
  });

  it.each(databases.ids)(
    'tells each thing once where three replicas work at the same time, %s',
    async id => {
      const { context, database, derive, ...world } = await setUp(id);
      const { send, sender, cost, caller, clock, client } = world;
      for (const name of ['cart', 'pay', 'lone']) {
        await cost.setBudget(
          refOf(name),
          { amount: '80', currency: 'USD' },
          caller,
        );
      }
      await cost.setBudget(
        'group:default/shop',
        { amount: '80', currency: 'USD' },
        caller,
      );
      const replicas = Array.from({ length: 3 }, () => {
        const logger = mockServices.logger.mock();
        const watch = BudgetWatch.create({ database, context });
        const told = async (options: { signal: AbortSignal }) => {
          await watch.look(options);
          await sender().drain(options.signal);
        };
        const step = DeriveStep.create({
          context,
          logger,
          after: told,
        });
        const worker = AllocationWorker.create({
          database,
          settings: context.allocation,
          logger,
          derive: async options => {
            await step.run(options);
            // as if it had lost its lease and told all the same
            await told(options);
          },
          now: () => clock.now,
        });
        return { worker, logger };
      });
      for (let round = 0; round < 3; round++) {
        await client.transaction(trx => markAllDirty({ trx, now: 0 }));
        await derive.markDue();
        await Promise.all(replicas.map(({ worker }) => worker.drain()));
      }

      const scopes = send.mock.calls.map(
        ([sent]) => (sent as { payload: { scope: string } }).payload.scope,
      );
      expect([...scopes].sort()).toEqual(
        ['component:default/cart', 'group:default/shop'].flatMap(ref =>
          ['0.5', 'expected'].map(
            threshold => `cost-budget:${ref}:2026-11-01:80.00 USD:${threshold}`,
          ),
        ),
      );
      for (const { logger } of replicas) {
        expect(logger.error).not.toHaveBeenCalled();
      }
    },
  );

  it('says nothing of a month that has passed', async () => {
    const { tell, budget, clock } = await setUp('SQLITE_3');
    await budget('cart', '1');
    clock.now = Date.parse('2026-12-01T12:00:00Z');
    await expect(tell()).resolves.toBe(0);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { listDays } from '@plimsoll/plugin-cost-common';
import { AllocationWorker } from '../allocation/AllocationWorker';
import { markAllDirty } from '../allocation/markAllDirty';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { DeriveStep } from '../derive/DeriveStep';
import {
  createCostWorld,
  refOf,
  UNIT,
} from '../service/__testUtils__/costWorld';
import { BudgetNotices } from './BudgetNotices';

const databases = createTestDatabases();
const { signal } = new AbortController();

/** `cart` costs 3 a day since 1 October, `lone` too, which nobody owns. */
async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({ databases, id });
  const notifications = { send: jest.fn(async (_: unknown) => {}) };
  const notices = BudgetNotices.create({
    context: world.context,
    notifications: notifications as never,
    logger: mockServices.logger.mock(),
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
    notices,
    send: notifications.send,
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

describe('BudgetNotices', () => {
  it.each(databases.ids)(
    'tells owners once a month what was passed, and what is expected, %s',
    async id => {
      const { notices, send, budget, client } = await setUp(id);
      await budget('cart', '80');

      await expect(notices.tell({ signal })).resolves.toBe(2);

      expect(send.mock.calls.map(([sent]) => sent)).toEqual([
        {
          recipients: { type: 'entity', entityRef: ['group:default/shop'] },
          payload: {
            title: 'The cart has used 50 % of its budget',
            description: '48.00 of 80.00 USD are spent this month.',
            link: '/catalog/default/component/cart/cost',
            severity: 'normal',
            topic: 'cost',
            scope: 'cost-budget:component:default/cart:2026-11-01:0.5',
          },
        },
        expect.objectContaining({
          payload: expect.objectContaining({
            title: 'The cart is expected to end the month above its budget',
          }),
        }),
      ]);
      await expect(notices.tell({ signal })).resolves.toBe(0);

      await budget('cart', '40');
      await expect(notices.tell({ signal })).resolves.toBe(1);
      expect(send.mock.lastCall?.[0]).toMatchObject({
        payload: {
          title: 'The cart has used 100 % of its budget',
          severity: 'high',
        },
      });
      await expect(
        client('cost_notice').orderBy('threshold').pluck('threshold'),
      ).resolves.toEqual(['0.5', '0.8', '1', 'expected']);
    },
  );

  it('tries again what could not be sent, and tells nobody of what nobody owns', async () => {
    const { notices, send, budget } = await setUp('SQLITE_3');
    await budget('lone', '1');
    await expect(notices.tell({ signal })).resolves.toBe(0);
    expect(send).not.toHaveBeenCalled();

    await budget('cart', '1');
    send.mockRejectedValueOnce(new Error('no such plugin'));
    await expect(notices.tell({ signal })).resolves.toBe(0);
    await expect(notices.tell({ signal })).resolves.toBe(1);
  });

  it.each(databases.ids)(
    'tells those who own services together of their budget, %s',
    async id => {
      const { notices, send, cost, caller } = await setUp(id);
      for (const ref of ['group:default/shop', 'system:default/shop']) {
        await cost.setBudget(ref, { amount: '80', currency: 'USD' }, caller);
      }

      // nobody owns the system itself
      await expect(notices.tell({ signal })).resolves.toBe(2);

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
      await expect(notices.tell({ signal })).resolves.toBe(0);
    },
  );

  it('does not tell again what was sent, where another notice could not be', async () => {
    const { notices, send, budget } = await setUp('SQLITE_3');
    await budget('cart', '80');
    send.mockImplementationOnce(async () => {});
    send.mockRejectedValueOnce(new Error('busy'));
    await expect(notices.tell({ signal })).resolves.toBe(1);
    await expect(notices.tell({ signal })).resolves.toBe(1);
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
      const { context, database, derive, send, cost, caller, clock, client } =
        await setUp(id);
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
        const notices = BudgetNotices.create({
          context,
          notifications: { send } as never,
          logger,
        });
        const step = DeriveStep.create({
          context,
          logger,
          after: async options => {
            await notices.tell(options);
          },
        });
        const worker = AllocationWorker.create({
          database,
          settings: context.allocation,
          logger,
          derive: async options => {
            await step.run(options);
            // as if it had lost its lease and told all the same
            await notices.tell(options);
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
            threshold => `cost-budget:${ref}:2026-11-01:${threshold}`,
          ),
        ),
      );
      for (const { logger } of replicas) {
        expect(logger.error).not.toHaveBeenCalled();
      }
    },
  );

  it('says nothing of a month that has passed', async () => {
    const { notices, budget, clock } = await setUp('SQLITE_3');
    await budget('cart', '1');
    clock.now = Date.parse('2026-12-01T12:00:00Z');
    await expect(notices.tell({ signal })).resolves.toBe(0);
  });
});

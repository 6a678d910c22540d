import { mockServices } from '@backstage/backend-test-utils';
import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { draftDelivery } from '../inbox/__testUtils__/drafts';
import { DatabaseInbox } from '../inbox/DatabaseInbox';
import { PollRunner } from './PollRunner';
import type { PollTask } from './PollTask';
import { sourcePoll } from './sourcePoll';

describe('PollRunner', () => {
  const databases = createTestDatabases();

  const worldOf = (database: StabilityDatabase, run: PollTask['run']) => {
    const clock = { now: 1_000_000 };
    const now = () => clock.now;
    const logger = mockServices.logger.mock();
    const inbox = DatabaseInbox.create({ database, now });
    const make = () =>
      PollRunner.create({
        tasks: [{ name: 'poll', everySeconds: 60, run }],
        database,
        inbox,
        logger,
        now,
      });
    return { clock, logger, inbox, make, runner: make() };
  };

  it.each(databases.ids)(
    'asks in time, keeps what it got and hands the state on, %s',
    async id => {
      const database = await databases.create(id);
      const states: Array<string | undefined> = [];
      const world = worldOf(database, async ({ state }) => {
        states.push(state);
        return {
          deliveries: [draftDelivery(`d-${states.length}`)],
          state: `s-${states.length}`,
        };
      });

      await expect(world.runner.runDue()).resolves.toBe(1);
      await expect(world.runner.runDue()).resolves.toBe(0);
      world.clock.now += 60_000;
      // another replica goes on where this one ended
      await expect(world.make().runDue()).resolves.toBe(1);

      expect(states).toEqual([undefined, 's-1']);
      await expect(database.client('stability_inbox')).resolves.toHaveLength(2);
      expect(await database.client('stability_poll')).toEqual([
        expect.objectContaining({ source: 'poll', state: 's-2', error: null }),
      ]);
    },
  );

  it.each(databases.ids)('is one of several replicas, %s', async id => {
    const run = jest.fn(async () => ({ deliveries: [], state: undefined }));
    const world = worldOf(await databases.create(id), run);

    const called = await Promise.all(
      [world.make(), world.make(), world.make()].map(one => one.runDue()),
    );

    expect(called.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it.each(databases.ids)(
    'takes over from a replica that was killed, whose late end changes nothing, %s',
    async id => {
      const database = await databases.create(id);
      const begun: Array<(state: string) => void> = [];
      const world = worldOf(
        database,
        () =>
          new Promise(resolve => {
            begun.push(state => resolve({ deliveries: [], state }));
          }),
      );
      const runs = (count: number) =>
        waitUntil(`run ${count}`, () => begun.length >= count);
      const late = world.runner.runDue();
      await runs(1);
      await expect(world.make().runDue()).resolves.toBe(0);

      world.clock.now += 60_000;
      const second = world.make().runDue();
      await runs(2);
      begun[0]('late');
      await late;
      begun[1]('good');
      await second;

      const [row] = await database.client('stability_poll');
      expect(row.state).toBe('good');
    },
  );

  it.each(databases.ids)(
    'keeps the state when it fails, says why and tries again, %s',
    async id => {
      const database = await databases.create(id);
      const states: Array<string | undefined> = [];
      const world = worldOf(database, async ({ state }) => {
        states.push(state);
        if (states.length === 2) {
          throw new Error('The source is away');
        }
        return { deliveries: [], state: 'kept' };
      });

      const call = async () => {
        await world.runner.runDue();
        world.clock.now += 60_000;
      };
      await call();
      await call();
      expect(await database.client('stability_poll')).toMatchObject([
        { state: 'kept', error: 'The source is away', lease_owner: null },
      ]);
      await call();

      expect(states).toEqual([undefined, 'kept', 'kept']);
      expect(world.logger.warn).toHaveBeenCalledWith(
        "'poll' could not be polled: The source is away",
      );
    },
  );

  it('keeps the state when the inbox does not take what was found', async () => {
    const database = await databases.create('SQLITE_3');
    const world = worldOf(database, async () => ({
      deliveries: [draftDelivery('one')],
      state: 'after',
    }));
    await database.client.schema.renameTable('stability_inbox', 'away');
    await world.runner.runDue();
    expect(await database.client('stability_poll')).toMatchObject([
      { state: null, error: expect.stringContaining('inbox') },
    ]);

    await database.client.schema.renameTable('away', 'stability_inbox');
    world.clock.now += 60_000;
    await world.runner.runDue();

    await expect(database.client('stability_inbox')).resolves.toHaveLength(1);
  });

  it('lets no source wait for another', async () => {
    const database = await databases.create('SQLITE_3');
    const quick = jest.fn(async () => ({ deliveries: [], state: undefined }));
    let finish: () => void = () => undefined;
    const slow = jest.fn(async () => {
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      return { deliveries: [], state: undefined };
    });
    const clock = { now: Date.UTC(2026, 10, 20) };
    const runner = PollRunner.create({
      tasks: [
        { name: 'slow', everySeconds: 30, run: slow },
        { name: 'quick', everySeconds: 30, run: quick },
      ],
      database,
      inbox: DatabaseInbox.create({ database }),
      logger: mockServices.logger.mock(),
      now: () => clock.now,
      tickMs: 5,
    });
    runner.start();
    await waitUntil('the slow poll', () => slow.mock.calls.length === 1);
    await waitUntil('the quick poll', () => quick.mock.calls.length === 1);
    clock.now += 31_000;
    await waitUntil(
      'the second quick poll',
      () => quick.mock.calls.length === 2,
    );
    expect(slow).toHaveBeenCalledTimes(1);
    finish();
    await runner.stop();
  });

  it('runs until it is stopped', async () => {
    const run = jest.fn(async () => ({ deliveries: [], state: undefined }));
    const { runner } = worldOf(await databases.create('SQLITE_3'), run);

    runner.start();
    await waitUntil('a run', () => run.mock.calls.length > 0);
    await runner.stop();

    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe('sourcePoll', () => {
  const draft = JSON.parse(draftDelivery('one').body.toString());
  const source = (drafts: unknown[], everySeconds = 30) => ({
    name: 'kubernetes',
    everySeconds,
    poll: async () => ({ drafts: drafts as never, state: 'next' }),
  });
  const keysOf = async (drafts: unknown[]) => {
    const { deliveries, state } = await sourcePoll(source(drafts)).run({
      state: undefined,
      signal: new AbortController().signal,
    });
    expect(state).toBe('next');
    return deliveries.map(one => one.deliveryKey);
  };

  it('makes a delivery of each draft, a new one only where it says something new', async () => {
    const [key] = await keysOf([draft]);

    expect(key).toMatch(/^poll:one#[0-9a-f]{16}$/);
    await expect(
      keysOf([draft, { ...draft, phase: 'failed' }]),
    ).resolves.toEqual([key, expect.not.stringMatching(key)]);
  });

  it.each([9, 0, Number.NaN])('refuses to ask every %p seconds', seconds => {
    expect(() => sourcePoll(source([], seconds))).toThrow('10 s is the least');
  });
});

import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { Lease, LEASE_MS } from './Lease';

const databases = createTestDatabases();
const { signal } = new AbortController();

async function setUp(id: (typeof databases.ids)[number]) {
  const { client } = await databases.create(id);
  const clock = { now: 1_000_000 };
  const replica = () =>
    Lease.create({ client, name: 'volumes', now: () => clock.now });
  return { client, clock, replica };
}

describe('Lease', () => {
  it.each(databases.ids)(
    'lets one of three replicas work, and none before it is due again, %s',
    async id => {
      const { clock, replica } = await setUp(id);
      const work = jest.fn(async () => 5_000);
      const replicas = [replica(), replica(), replica()];
      const all = () =>
        Promise.all(replicas.map(one => one.run({ signal, work })));

      expect((await all()).filter(Boolean)).toHaveLength(1);
      clock.now += 4_999;
      expect((await all()).filter(Boolean)).toHaveLength(0);
      clock.now += 1;
      expect((await all()).filter(Boolean)).toHaveLength(1);
      expect(work).toHaveBeenCalledTimes(2);
    },
  );

  it.each(databases.ids)(
    'is taken over within a minute where a replica was killed, %s',
    async id => {
      const { clock, replica } = await setUp(id);
      let end = () => {};
      let stopped: AbortSignal | undefined;
      const began = new Promise<void>(resolve => {
        replica()
          .run({
            signal,
            work: async held => {
              stopped = held.signal;
              resolve();
              await new Promise<void>(done => {
                end = done;
              });
              return 999_000;
            },
          })
          .catch(() => undefined);
      });
      await began;
      const work = jest.fn(async () => 0);
      await expect(replica().run({ signal, work })).resolves.toBe(false);

      // nobody renews it: the timers of this process stand for a dead one
      clock.now += LEASE_MS;
      expect(LEASE_MS).toBeLessThanOrEqual(50_000);
      await expect(replica().run({ signal, work })).resolves.toBe(true);
      expect(stopped?.aborted).toBe(false);

      // who comes back late does not set back what the other said
      end();
      await new Promise(resolve => setTimeout(resolve, 50));
      await expect(replica().run({ signal, work })).resolves.toBe(true);
    },
  );

  it('is held however long work takes, and work is stopped when it is lost', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    });
    try {
      const { client, clock, replica } = await setUp('SQLITE_3');
      let held: AbortSignal | undefined;
      let end = () => {};
      const done = replica().run({
        signal,
        work: async options => {
          held = options.signal;
          await new Promise<void>(resolve => {
            end = resolve;
          });
          return 0;
        },
      });
      const untilHeld = async (isDone: () => boolean | Promise<boolean>) => {
        while (!(await isDone())) {
          await new Promise(resolve => setImmediate(resolve));
        }
      };
      await untilHeld(() => held !== undefined);
      const until = async () =>
        (await client('cost_lease').first('until')).until;
      const first = Number(await until());
      clock.now += 30_000;
      await jest.advanceTimersByTimeAsync(10_000);
      await untilHeld(async () => Number(await until()) === first + 30_000);

      await client('cost_lease').update({ owner: 'another' });
      await jest.advanceTimersByTimeAsync(10_000);
      await untilHeld(() => held?.aborted === true);
      end();
      await expect(done).resolves.toBe(true);
      expect(await client('cost_lease').first('owner')).toEqual({
        owner: 'another',
      });
    } finally {
      jest.useRealTimers();
    }
  });
});

import { waitUntil } from '@plimsoll/plugin-database/testUtils';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { SourceHealthStore } from '../sources/SourceHealthStore';
import { BackfillLease } from './BackfillLease';

describe('BackfillLease', () => {
  const databases = createTestDatabases();
  afterEach(() => jest.useRealTimers());

  async function setUp(id: (typeof databases.ids)[number]) {
    const database = await databases.create(id);
    await SourceHealthStore.create({ database }).register([
      { name: 'main', type: 'fake', demo: false },
    ]);
    const lease = () => BackfillLease.create({ database, source: 'main' });
    return { database, one: lease(), other: lease() };
  }

  it.each(databases.ids)('belongs to one at a time, %s', async id => {
    const { one, other } = await setUp(id);

    const held = await Promise.all([one.hold(0), other.hold(0)]);
    expect(held.filter(Boolean)).toHaveLength(1);
    const [holder, waiting] = held[0] ? [one, other] : [other, one];
    await expect(holder.hold(29_000)).resolves.toBe(true);
    await expect(waiting.hold(58_000)).resolves.toBe(false);
    await expect(waiting.hold(59_001)).resolves.toBe(true);
    await expect(holder.hold(59_002)).resolves.toBe(false);
  });

  it.each(databases.ids)(
    'is prolonged while work goes on, and free as soon as it ends, %s',
    async id => {
      const { database, one, other } = await setUp(id);
      await one.hold(0);
      const started = Date.now();
      const realNow = () => (Date.now() - started) * 1_000;
      jest.useFakeTimers({ doNotFake: ['Date', 'setImmediate', 'nextTick'] });
      const letGo = one.keep({ now: realNow, onError: () => {} });
      await database.client('slo_source').update({ backfill_until: 1 });
      jest.advanceTimersByTime(10_000);
      jest.useRealTimers();
      const until = () =>
        database.client('slo_source').pluck<number[]>('backfill_until');
      await waitUntil(
        'the lease to be kept',
        async () => Number((await until())[0]) !== 1,
      );

      await expect(other.hold(2)).resolves.toBe(false);
      await letGo();
      await expect(other.hold(2)).resolves.toBe(true);
      await letGo();
      await expect(one.hold(3)).resolves.toBe(false);
    },
  );

  it.each(databases.ids)(
    'tells a transaction whether it was lost meanwhile, %s',
    async id => {
      const { database, one, other } = await setUp(id);
      const isHeld = () =>
        database.client.transaction(transaction => one.isHeld(transaction));
      await one.hold(0);
      await expect(isHeld()).resolves.toBe(true);

      await other.hold(30_001);
      await expect(isHeld()).resolves.toBe(false);
    },
  );
});

import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterShareSource, NodeUse } from '@plimsoll/plugin-cost-node';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { ShareTask } from './ShareTask';

const databases = createTestDatabases();
const { signal } = new AbortController();
const NOW = Date.parse('2026-11-21T09:00:00Z');

const useOn = (day: string, listPrice = '12345678.123456789'): NodeUse => ({
  day,
  cluster: 'shop',
  node: 'n1',
  providerId: 'i-0abc',
  owner: { kind: 'workload', labels: { b: '2', a: '1' }, namespace: 'shop' },
  listPrice,
  cpuCoreHours: 2,
});

function source(readUse: ClusterShareSource['readUse'], currency: string) {
  return { name: 'cluster', currency, historyDays: 30, readUse };
}

/** One row a day. */
const daily = (listPrice?: string) =>
  jest.fn(async ({ from, to }: { from: string; to: string }) => {
    const days: NodeUse[] = [];
    for (let at = Date.parse(from); at < Date.parse(to); at += 86_400_000) {
      days.push(useOn(new Date(at).toISOString().slice(0, 10), listPrice));
    }
    return days;
  });

describe('ShareTask', () => {
  describe.each(databases.ids)('%s', id => {
    async function setUp() {
      const database = await databases.create(id);
      const logger = mockServices.logger.mock();
      const run = (
        readUse: ClusterShareSource['readUse'],
        now = NOW,
        stop = signal,
        currency = 'USD',
      ) =>
        ShareTask.create({
          database,
          logger,
          sources: [source(readUse, currency)],
          now: () => now,
        }).run(stop);
      const dirty = () => database.client('cost_dirty').pluck('billing_month');
      return { ...database, logger, run, dirty };
    }

    it('reads the past once, in weeks, and marks its months', async () => {
      const { client, run, dirty } = await setUp();
      const readUse = daily();
      await run(readUse);
      expect(readUse.mock.calls.map(([{ from, to }]) => [from, to])).toEqual([
        ['2026-10-22', '2026-10-29'],
        ['2026-10-29', '2026-11-05'],
        ['2026-11-05', '2026-11-12'],
        ['2026-11-12', '2026-11-19'],
        ['2026-11-19', '2026-11-21'],
      ]);
      const rows = await client('cost_share').select(
        'day',
        'labels',
        client.raw('cast(list_price as text) as price'),
      );
      expect(rows).toHaveLength(30);
      expect(rows[0]).toMatchObject({
        labels: '{"a":"1","b":"2"}',
        price: '12345678123456789',
      });
      expect((await dirty()).sort()).toEqual(['2026-10-01', '2026-11-01']);
      expect(await client('cost_source').first()).toMatchObject({
        name: 'cluster',
        kind: 'cluster',
        complete_to: '2026-11-20',
        error: null,
      });
    });

    it('goes on with the last days, and marks nothing that is as it was', async () => {
      const { client, run, dirty } = await setUp();
      await run(daily());
      await client('cost_dirty').delete();
      const again = daily();
      await run(again);
      expect(again.mock.calls.map(([{ from }]) => from)).toEqual([
        '2026-11-19',
      ]);
      expect(await dirty()).toEqual([]);
      await run(daily('2'));
      expect(await dirty()).toEqual(['2026-11-01']);
      expect(await client('cost_share').select()).toHaveLength(30);
    });

    it('reads everything again when its currency is corrected', async () => {
      const { client, run, dirty } = await setUp();
      await run(daily());
      await client('cost_dirty').delete();
      await run(daily(), NOW, signal, 'EUR');
      expect(await client('cost_share').distinct('currency')).toEqual([
        { currency: 'EUR' },
      ]);
      expect((await dirty()).sort()).toEqual(['2026-10-01', '2026-11-01']);
      const again = daily();
      await run(again, NOW, signal, 'EUR');
      expect(again).toHaveBeenCalledTimes(1);
    });

    it('adds up what the pods of one owner cost beside the node', async () => {
      const { client, run, dirty } = await setUp();
      const use = useOn('2026-11-20', '1.5');
      await run(async () => [
        { ...use, storageListPrice: '0.5' },
        { ...use, storageListPrice: '0.25', networkListPrice: '2' },
      ]);
      const [row] = await client('cost_share').where({ day: '2026-11-20' });
      expect(Number(row.storage_price)).toBe(750_000_000);
      expect(Number(row.network_price)).toBe(2_000_000_000);

      await client('cost_dirty').delete();
      await run(async () => [use, use]);
      expect(await dirty()).toEqual(['2026-11-01']);
    });

    it('adds up what one owner has of a node', async () => {
      const { client, run } = await setUp();
      await run(async () => [
        useOn('2026-11-20', '1.5'),
        useOn('2026-11-20', '2'),
      ]);
      const rows = await client('cost_share').where({ day: '2026-11-20' });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ cpu_core_hours: 4 });
      expect(Number(rows[0].list_price)).toBe(3_500_000_000);
    });

    it('keeps what it has when a source fails, and says why', async () => {
      const { client, logger, run } = await setUp();
      await run(daily());
      await run(async () => {
        throw new Error('OpenCost cluster did not answer');
      });
      expect(await client('cost_share').select()).toHaveLength(30);
      expect(logger.warn).toHaveBeenCalledWith(
        'The shares of cluster could not be read: OpenCost cluster did not answer',
      );
      expect(await client('cost_source').first('error', 'complete_to')).toEqual(
        {
          error: 'OpenCost cluster did not answer',
          complete_to: '2026-11-20',
        },
      );
      await run(daily());
      expect(await client('cost_source').first('error')).toEqual({
        error: null,
      });
    });

    it('stops between two weeks when it is told to', async () => {
      const { client, run } = await setUp();
      const stopping = new AbortController();
      await expect(
        run(
          async options => {
            stopping.abort();
            return daily()(options);
          },
          NOW,
          stopping.signal,
        ),
      ).rejects.toThrow(/abort/);
      expect(await client('cost_share').select()).toEqual([]);
    });
  });
});

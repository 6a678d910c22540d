import type { Knex } from 'knex';
import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { readAside } from '../service/quality/readAside';
import { readBillState } from '../service/state/readBillState';
import type { NamedSource } from './createSources';
import { keepSources } from './keepSources';

const NOW = Date.parse('2026-11-18T12:00:00Z');
const databases = createTestDatabases();

function bill(name: string): NamedSource {
  const source = {
    name,
    listDeliveries: async () => [],
    read: async () => ({ rows: 0, faults: [] }),
  };
  return { name, type: 'focus', made: { kind: 'bill', source } };
}

function cluster(name: string): NamedSource {
  const source = { name, currency: 'USD', readUse: async () => [] };
  return { name, type: 'opencost', made: { kind: 'cluster', source } };
}

async function linesOf(client: Knex): Promise<string[]> {
  const rows: Array<{ source: string; billed: string }> = await client(
    'cost_line',
  )
    .orderBy(['source', 'day'])
    .select('source', client.raw('cast(billed as text) as billed'));
  return rows.map(({ source, billed }) => `${source} ${billed}`);
}

const dirty = (client: Knex) =>
  client('cost_dirty').orderBy('billing_month').pluck('billing_month');

describe('keepSources', () => {
  describe.each(databases.ids)('%s', id => {
    async function setUp() {
      const { client } = await databases.create(id);
      const keep = (...sources: NamedSource[]) =>
        keepSources({ client, sources, now: NOW });
      await keep(bill('old'), bill('other'));
      for (const [source, amount] of [
        ['old', 9_007_199_254_740_993n],
        ['other', 2n],
      ] as const) {
        await insertBill({
          client,
          source,
          charges: [
            { day: '2026-10-01', amount },
            { day: '2026-11-01', amount: 1n },
          ].slice(0, source === 'old' ? 2 : 1),
        });
      }
      await client('cost_dirty').delete();
      return { client, keep };
    }

    it('counts nothing of a source that has another name now', async () => {
      const { client, keep } = await setUp();
      await keep(bill('new'), bill('other'));

      expect(await linesOf(client)).toEqual(['other 2']);
      expect(await dirty(client)).toEqual(['2026-10-01', '2026-11-01']);
      const { sources } = await readBillState({ client, now: NOW });
      expect(sources.map(({ name }) => name)).toEqual(['new', 'other']);
    });

    it('gives back what a source had when it comes again, every nano-unit', async () => {
      const { client, keep } = await setUp();
      const before = await client('cost_line').where('source', 'old').first();
      await keep(bill('other'));
      await client('cost_dirty').delete();
      await keep(bill('old'), bill('other'));

      expect(await linesOf(client)).toEqual([
        'old 9007199254740993',
        'old 1',
        'other 2',
      ]);
      expect(await client('cost_line').where('source', 'old').first()).toEqual(
        before,
      );
      expect(await dirty(client)).toEqual(['2026-10-01', '2026-11-01']);
      expect(
        await client('cost_source').where('name', 'old').first(),
      ).toMatchObject({ kind: 'bill', complete_to: '2026-11-01' });

      await client('cost_dirty').delete();
      await keep(bill('old'), bill('other'));
      expect(await dirty(client)).toEqual([]);
    });

    it('never has a month twice when it was read anew meanwhile', async () => {
      const { client, keep } = await setUp();
      await keep(bill('other'));
      await insertBill({
        client,
        source: 'old',
        charges: [{ day: '2026-10-01', amount: 7n }],
      });
      await keep(bill('old'), bill('other'));

      expect(await linesOf(client)).toEqual(['old 7', 'old 1', 'other 2']);
    });

    it('says in data quality what is aside', async () => {
      const { client, keep } = await setUp();
      await keep(bill('other'));

      const deliveries = await readAside(client);

      expect(deliveries).toEqual([
        {
          source: 'old',
          delivery: 'old',
          state: 'read',
          message: expect.stringContaining('cost.sources.old is gone'),
          faults: [expect.objectContaining({ rule: 'source-gone', count: 2 })],
        },
      ]);
    });

    it('does not share machines by a cluster that is gone', async () => {
      const { client, keep } = await setUp();
      await keep(cluster('east'));
      await client('cost_share').insert({
        source: 'east',
        cluster: 'prod',
        day: '2026-09-03',
        node: 'n1',
        owner_hash: 'x',
        owner_kind: 'idle',
        list_price: '5',
        currency: 'USD',
      });
      await client('cost_dirty').delete();

      await keep(cluster('west'));
      expect(await client('cost_share')).toEqual([]);
      expect(await dirty(client)).toEqual(['2026-09-01']);

      await keep(cluster('east'));
      expect(await client('cost_share')).toHaveLength(1);
    });
  });
});

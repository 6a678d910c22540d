import { claimWaiting } from '../inbox/claimWaiting';
import { createTestDatabases } from './__testUtils__/testDatabases';
import { keepIndexOrder } from './keepIndexOrder';

describe('keepIndexOrder', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)('ends with its transaction, %s', async id => {
    const { client, dialect } = await databases.create(id);
    const setting = async (trx: typeof client) =>
      dialect === 'postgres'
        ? (await trx.raw('show enable_sort')).rows[0].enable_sort
        : undefined;
    await client.transaction(async trx => {
      await keepIndexOrder(trx);
      expect(await setting(trx)).toBe(
        dialect === 'postgres' ? 'off' : undefined,
      );
    });
    expect(await setting(client)).toBe(
      dialect === 'postgres' ? 'on' : undefined,
    );
  });

  for (const id of databases.ids.filter(other => other !== 'SQLITE_3')) {
    it(`takes from a backlog without sorting it, though figures are of a quiet day, ${id}`, async () => {
      const { client, dialect } = await databases.create(id);
      const rows = (count: number, state: string) =>
        client.raw(
          `insert into stability_inbox (id, source, delivery_key, body, headers,
             received_at, state, next_attempt_at)
           select ? || n, 'github', ? || n, 'x', '{}', 1, ?, 1
           from generate_series(1, ?) as n`,
          [state, state, state, count],
        );
      await client.raw('vacuum analyze stability_inbox');
      await rows(30_000, 'waiting');

      const plan = await client.transaction(async trx => {
        let sql = '';
        trx.on('query', (query: { sql: string }) => {
          sql = query.sql;
        });
        await claimWaiting({ trx, dialect, now: 2, limit: 200 });
        const { rows: lines } = await trx.raw(
          `explain ${sql.replace(/\$\d/g, '?')}`,
          ['waiting', 2, 200],
        );
        return JSON.stringify(lines);
      });
      expect(plan).toContain('stability_inbox_waiting_idx');
      expect(plan).not.toContain('Sort');
    });
  }
});

import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { type OrderTerm, readPage } from './readPage';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
  disableDocker: true,
});
/** Neighbours that are one number in floating point. */
const BIG = 9_007_199_254_740_993n;

async function fill(client: Knex): Promise<void> {
  await client.schema.createTable('ship', table => {
    table.string('name').primary();
    table.bigInteger('load').notNullable();
  });
  await client('ship').insert(
    ['a', 'b', 'c', 'd', 'e'].map((name, n) => ({
      name,
      load: String(BIG + BigInt(n % 3)),
    })),
  );
}

async function readAll(
  client: Knex,
  options: { terms: readonly OrderTerm[]; limit: number },
): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readPage<{ name: string }>({
      client,
      rows: client('ship as s'),
      list: 'ships',
      cursor,
      select: query =>
        query.join('ship as s', 's.name', 'page.place_1').select('s.name'),
      ...options,
    });
    expect(page.totalItems).toBe(5);
    names.push(...page.items.map(({ name }) => name));
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  return names;
}

describe('readPage', () => {
  it.each(databases.eachSupportedId())(
    'finds every row once, also where numbers would be rounded, %s',
    async id => {
      const client = await databases.init(id);
      await fill(client);
      for (const limit of [1, 2, 5]) {
        for (const direction of ['asc', 'desc'] as const) {
          const names = await readAll(client, {
            terms: [
              { sql: 's.load', direction, isInteger: true },
              { sql: 's.name', direction: 'asc' },
            ],
            limit,
          });
          expect(names.join('')).toBe(direction === 'asc' ? 'adbec' : 'cbead');
        }
      }
    },
  );

  it('refuses a cursor of another order', async () => {
    const client = await databases.init('SQLITE_3');
    await fill(client);
    const read = (list: string, cursor?: string) =>
      readPage({
        client,
        rows: client('ship as s'),
        list,
        terms: [{ sql: 's.name', direction: 'asc' }],
        limit: 2,
        cursor,
        select: query => query,
      });
    const { pageInfo } = await read('ships');
    await expect(read('boats', pageInfo.nextCursor)).rejects.toThrow(
      "no list ordered by 'boats'",
    );
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { encodeCursor } from './cursor';
import type { OrderTerm } from './keyset';
import { readPage } from './readPage';

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
    table.integer('berth').notNullable();
    table.double('draught').notNullable();
  });
  await client('ship').insert(
    ['a', 'b', 'c', 'd', 'e'].map((name, n) => ({
      name,
      load: String(BIG + BigInt(n % 3)),
      berth: n,
      draught: 0.1 * n,
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
              { sql: 's.load', direction, type: 'integer' },
              { sql: 's.name', direction: 'asc' },
            ],
            limit,
          });
          expect(names.join('')).toBe(direction === 'asc' ? 'adbec' : 'cbead');
        }
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'goes on where a page of ratios or of small numbers ended, %s',
    async id => {
      const client = await databases.init(id);
      await fill(client);
      for (const term of [
        { sql: 's.draught', direction: 'asc', type: 'number' },
        { sql: 's.berth', direction: 'asc', type: 'integer' },
      ] as const) {
        const names = await readAll(client, {
          terms: [term, { sql: 's.name', direction: 'asc' }],
          limit: 2,
        });
        expect(names.join('')).toBe('abcde');
      }
    },
  );

  it.each(databases.eachSupportedId())(
    'answers or refuses whatever cursor comes, and never fails, %s',
    async id => {
      const client = await databases.init(id);
      await fill(client);
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map(String),
        fc.constantFrom('x\u0000', '\ud800', 1.5, 1e300, '1e5', null, true),
      );
      const types = fc.constantFrom<OrderTerm>(
        { sql: 's.draught', direction: 'asc', type: 'number' },
        { sql: 's.berth', direction: 'desc', type: 'integer' },
        { sql: 's.load', direction: 'asc', type: 'integer' },
      );
      await fc.assert(
        fc.asyncProperty(types, value, value, async (term, one, other) => {
          const cursor = encodeCursor({
            list: 'ships',
            key: [one, other] as string[],
          });
          const outcome = await readPage({
            client,
            rows: client('ship as s'),
            list: 'ships',
            terms: [term, { sql: 's.name', direction: 'asc' }],
            limit: 2,
            cursor,
            select: query => query,
          }).then(
            () => 'answered',
            error => error.name,
          );
          expect(['answered', 'InputError']).toContain(outcome);
        }),
        { numRuns: 200 },
      );
    },
  );

  it.each([Infinity, NaN, 1.5])(
    'reads no page of %s rows, which the database would take for all',
    async limit => {
      const client = await databases.init('SQLITE_3');
      await fill(client);
      await expect(
        readAll(client, {
          terms: [
            { sql: 's.berth', direction: 'asc', type: 'integer' },
            { sql: 's.name', direction: 'asc' },
          ],
          limit,
        }),
      ).rejects.toThrow(`limit is ${limit}; write a whole number`);
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

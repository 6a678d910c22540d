import { insertBill } from '../__testUtils__/insertBill';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import { readLines } from './readLines';

const databases = createTestDatabases();
const MONTH = '2026-11-01';

describe('readLines', () => {
  it.each(databases.ids)(
    'reads every line of a month once, some hundred at a time, %s',
    async id => {
      const { client } = await databases.create(id);
      const charges = Array.from({ length: 1_203 }, (_, n) => ({
        day: n < 1_100 ? '2026-11-01' : '2026-11-02',
        amount: BigInt(n + 1),
        tags: { service: `s${n % 7}` },
      }));
      await insertBill({ client, charges });
      await insertBill({
        client,
        source: 'other',
        charges: [{ day: '2026-10-31', amount: 1n }],
      });

      const pages = await client.transaction(async trx => {
        const all = [];
        for await (const page of readLines({ trx, billingMonth: MONTH })) {
          all.push(page);
        }
        return all;
      });

      expect(pages.map(page => page.length)).toEqual([500, 500, 100, 103]);
      const lines = pages.flat();
      expect(
        lines.map(({ amounts }) => amounts.effective).sort(ascending),
      ).toEqual(charges.map(({ amount }) => amount));
      expect(new Set(lines.map(({ key }) => key.tags.service)).size).toBe(7);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(7);
    },
  );

  it('finds them by an index, a page after the other', async () => {
    const { client } = await databases.create('SQLITE_3');
    const asked: Array<{ sql: string; bindings: unknown[] }> = [];
    await insertBill({ client, charges: [{ day: '2026-11-01', amount: 1n }] });
    client.on('query', query => asked.push(query));
    await client.transaction(async trx => {
      for await (const page of readLines({ trx, billingMonth: MONTH })) {
        expect(page).toHaveLength(1);
      }
    });
    const plans = await Promise.all(
      asked
        .filter(({ sql }) => sql.includes('from `cost_line`'))
        .map(async ({ sql, bindings }) => {
          const plan: Array<{ detail: string }> = await client.raw(
            `explain query plan ${sql}`,
            bindings as string[],
          );
          return plan.map(({ detail }) => detail).join('; ');
        }),
    );
    expect(plans.length).toBeGreaterThan(2);
    for (const plan of plans) {
      expect(plan).toMatch(/^SEARCH cost_line USING .*INDEX/);
      expect(plan).not.toContain('TEMP B-TREE');
    }
    expect(plans.join()).toContain('(billing_month=? AND day=? AND rowid>?)');
  });
});

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : 1;
}

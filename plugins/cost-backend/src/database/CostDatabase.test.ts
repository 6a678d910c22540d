import { createTestDatabases } from './__testUtils__/testDatabases';
import { MIGRATIONS, openCostDatabase } from './CostDatabase';

const TABLES = [
  'cost_source',
  'cost_delivery',
  'cost_key',
  'cost_line',
  'cost_line_aside',
  'cost_restatement',
  'cost_share',
  'cost_share_aside',
  'cost_daily',
  'cost_monthly',
  'cost_total',
  'cost_conservation',
  'cost_invoice',
  'cost_assumed',
  'cost_lease',
  'cost_unowned',
  'cost_counted',
  'cost_service',
  'cost_budget',
  'cost_notice',
  'cost_budget_notice',
  'cost_notification',
  'cost_anomaly',
  'cost_saving',
  'cost_use',
  'cost_mapping',
  'cost_dependency',
  'cost_volume',
  'cost_deployment',
  'cost_dirty',
  'cost_poll',
];

describe('CostDatabase', () => {
  const databases = createTestDatabases();

  it.each(databases.ids)(
    'brings its tables, can be opened again and takes them away, %s',
    async id => {
      const service = await databases.service(id);
      const first = await openCostDatabase({ database: service });
      for (const table of TABLES) {
        await expect(first.client.schema.hasTable(table)).resolves.toBe(true);
      }
      await first.client('cost_dirty').insert({
        billing_month: '2026-11-01',
        since: 1,
        due_at: 1,
      });

      const { client, isShared } = await openCostDatabase({
        database: service,
      });

      expect(isShared).toBe(id !== 'SQLITE_3');
      await expect(client('cost_dirty')).resolves.toHaveLength(1);
      await client.migrate.rollback({ directory: MIGRATIONS });
      for (const table of TABLES) {
        await expect(client.schema.hasTable(table)).resolves.toBe(false);
      }
    },
  );

  it.each(databases.ids)(
    'keeps every nano-unit of what a number would round, %s',
    async id => {
      const { client } = await databases.create(id);
      const amount = 9_007_199_254_740_993n;
      const row = {
        day: '2026-11-01',
        category: 'compute',
        kind: 'usage',
        currency: 'USD',
        billed: amount.toString(),
        effective: (-amount).toString(),
        contracted: '0',
        list: '1',
      };
      await client('cost_total').insert([
        { ...row, pool: '' },
        { ...row, pool: 'idle' },
      ]);

      const [sums] = await client('cost_total').select(
        client.raw('cast(sum(billed) as text) as billed'),
        client.raw('cast(sum(effective) as text) as effective'),
      );

      expect(sums).toEqual({
        billed: (2n * amount).toString(),
        effective: (-2n * amount).toString(),
      });
    },
  );
});

import { mockServices } from '@backstage/backend-test-utils';
import type { BillSource } from '@plimsoll/plugin-cost-node';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { BillImporter } from '../BillImporter';
import { FakeBills } from './FakeBills';

/** Noon of 18 November 2026. */
export const NOON = Date.UTC(2026, 10, 18, 12);

/** An importer with a clock that stands, over an empty database. */
export async function createImportWorld(options: {
  databases: ReturnType<typeof createTestDatabases>;
  id: TestDatabaseId;
  sources?: BillSource[];
}) {
  const database = await options.databases.create(options.id);
  const bills = new FakeBills();
  const clock = { now: NOON };
  const logger = mockServices.logger.mock();
  const imported: string[][] = [];
  const another = () =>
    BillImporter.create({
      database,
      sources: options.sources ?? [bills],
      tags: ['service'],
      logger,
      scheduler: mockServices.scheduler.mock(),
      onImported: months => void imported.push(months),
      now: () => clock.now,
    });
  const importer = another();
  const { client } = database;
  return {
    database,
    client,
    bills,
    clock,
    logger,
    imported,
    importer,
    another,
    /** Lists and reads everything that is new. */
    async run() {
      await importer.list();
      return importer.readDue();
    },
    /** Stored lines as `day kind currency billed`, sorted. */
    async lines(): Promise<string[]> {
      const rows = await client('cost_line').select(
        'day',
        'kind',
        'currency',
        client.raw('cast(billed as text) as billed'),
      );
      return rows
        .map(row => `${row.day} ${row.kind} ${row.currency} ${row.billed}`)
        .sort();
    },
    async dirty(): Promise<string[]> {
      const rows = await client('cost_dirty').orderBy('billing_month');
      return rows.map(row => row.billing_month);
    },
    async delivery(id: string) {
      return client('cost_delivery').where({ id }).first();
    },
    async restatements() {
      const rows = await client('cost_restatement')
        .where({ metric: 'effective' })
        .orderBy('billing_month')
        .select(
          'billing_month',
          'largest',
          client.raw('cast(amount_before as text) as amount_before'),
          client.raw('cast(amount_after as text) as amount_after'),
        );
      return rows.map(row => ({
        month: row.billing_month,
        before: row.amount_before,
        after: row.amount_after,
        largest: JSON.parse(row.largest),
      }));
    },
  };
}

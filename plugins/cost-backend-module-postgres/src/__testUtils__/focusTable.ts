import {
  COLUMNS_1_0,
  type FocusRow,
  MACHINE_HOUR,
} from '@plimsoll/plugin-cost-node/testUtils';
import type { Knex } from 'knex';

const TYPES: Record<string, string> = {
  BilledCost: 'numeric',
  EffectiveCost: 'numeric',
  ContractedCost: 'numeric(30, 12)',
  ListCost: 'double precision',
  ConsumedQuantity: 'numeric',
  ChargePeriodStart: 'timestamptz',
  ChargePeriodEnd: 'timestamptz',
  BillingPeriodStart: 'date',
  Tags: 'jsonb',
};

/** Makes the table `finops.focus`, typed as lakes have it, and empty. */
export async function createFocusTable(
  client: Knex,
  types: Record<string, string> = {},
): Promise<void> {
  await client.raw('drop schema if exists finops cascade');
  await client.raw('create schema finops');
  const columns = COLUMNS_1_0.map(
    name => `"${name}" ${types[name] ?? TYPES[name] ?? 'text'}`,
  );
  await client.raw(`create table finops.focus (${columns.join(', ')})`);
}

/** Adds rows; what is left out is as of {@link MACHINE_HOUR}. */
export async function insertRows(
  client: Knex,
  rows: readonly FocusRow[],
): Promise<void> {
  await client
    .withSchema('finops')
    .table('focus')
    .insert(
      rows.map(row =>
        Object.fromEntries(
          Object.entries({ ...MACHINE_HOUR, ...row }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
      ),
    );
}

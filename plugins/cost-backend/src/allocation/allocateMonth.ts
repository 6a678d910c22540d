import {
  allocate,
  type AllocatedCost,
  allocateListPrice,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { AllocationSettings } from './AllocationSettings';
import { readMonth } from './readMonth';
import { writeMonth } from './writeMonth';

/**
 * Gives every charge of a billing month to somebody, and replaces what the
 * month was given before. Reads and writes in one transaction.
 *
 * The list price of clusters stands only where no bill is read at all: beside
 * months of a bill it would look as if a service had become dearer.
 *
 * @returns how many parts the month has
 */
export async function allocateMonth(options: {
  trx: Knex;
  billingMonth: string;
  settings: AllocationSettings;
}): Promise<number> {
  const { trx, billingMonth, settings } = options;
  const { lines, ...facts } = await readMonth({ trx, billingMonth });
  const claims = await CatalogClaims.create({ client: trx }).read();
  const costs: AllocatedCost[] =
    lines.length > 0 || (await hasBills(trx))
      ? allocate({ ...settings, ...claims, ...facts, lines })
      : allocateListPrice({ ...settings, ...claims, shares: facts.shares });
  await writeMonth({ trx, billingMonth, costs });
  return costs.length;
}

async function hasBills(trx: Knex): Promise<boolean> {
  const source = await trx('cost_source').where('kind', 'bill').first('name');
  return source !== undefined;
}

import {
  addDays,
  type AllocationFacts,
  nextMonthOf,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { AllocationSettings } from './AllocationSettings';
import { readRequests } from './readRequests';
import { readShares } from './readShares';

/**
 * Reads all that decides about a billing month, without its lines.
 *
 * @param options.days - days that it has lines of, in order; without one it is
 * the use of the clusters in that month
 */
export async function readFacts(options: {
  trx: Knex;
  billingMonth: string;
  days: readonly string[];
  settings: AllocationSettings;
  pace: Pace;
}): Promise<AllocationFacts> {
  const { trx, billingMonth, days, settings } = options;
  const range =
    days.length > 0
      ? { from: days[0], to: addDays(days[days.length - 1], 1) }
      : { from: billingMonth, to: nextMonthOf(billingMonth) };
  const claims = await CatalogClaims.create({ client: trx }).read();
  const byRequests =
    settings.pools.some(({ key }) => key === 'requests') ||
    claims.dependencies.some(({ key }) => key === 'requests');
  return {
    ...settings,
    ...claims,
    shares: await readShares({ ...options, ...range }),
    volumes: byRequests ? await readRequests({ ...options, ...range }) : [],
    services: await trx('service_index')
      .where('kind', 'component')
      .orderBy('entity_ref')
      .pluck('entity_ref'),
  };
}

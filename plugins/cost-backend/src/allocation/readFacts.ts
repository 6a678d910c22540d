import {
  addDays,
  type AllocationFacts,
  nextMonthOf,
  type ServiceVolume,
} from '@plimsoll/plugin-cost-common';
import type { Pace } from '@plimsoll/plugin-database';
import type { Knex } from 'knex';
import { CatalogClaims } from '../catalog/CatalogClaims';
import type { AllocationSettings } from './AllocationSettings';
import { readNearRequests } from './readNearRequests';
import { readRequests } from './readRequests';
import { readShares } from './readShares';
import { requestGroups } from './requestGroups';

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
  const services: string[] = await trx('service_index')
    .where('kind', 'component')
    .orderBy('entity_ref')
    .pluck('entity_ref');
  const facts = { ...settings, ...claims, services };
  return {
    ...facts,
    shares: await readShares({ ...options, ...range }),
    volumes: await readVolumes({ ...options, ...range, facts }),
  };
}

/** Requests of the days, and of the nearest months where they say nothing. */
async function readVolumes(options: {
  trx: Knex;
  billingMonth: string;
  facts: Omit<AllocationFacts, 'volumes'>;
  from: string;
  /** Exclusive. */
  to: string;
  pace: Pace;
}): Promise<ServiceVolume[]> {
  const groups = requestGroups(options.facts);
  if (groups.length === 0) {
    return [];
  }
  const known = await readRequests(options);
  const near = await readNearRequests({ ...options, groups, known });
  return [...known, ...near];
}

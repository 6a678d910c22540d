import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { LedgerStore } from '../ledger/LedgerStore';
import type { SourceRegistry } from '../sources/SourceRegistry';
import type { RecentLists } from './list/RecentLists';

/** What answers are made of. */
export interface SloContext {
  client: Knex;
  services: ServiceIndex;
  sources: SourceRegistry;
  ledger: LedgerStore;
  recentLists: RecentLists;
  /** Zone of months and days where the objective has none of its own. */
  timeZone: string;
  /** Unix seconds. */
  now(): number;
}

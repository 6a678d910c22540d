import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { PullBook } from '../lenses/PullBook';

/** What answers are made of. */
export interface ServiceHealthContext {
  client: Knex;
  services: ServiceIndex;
  book: PullBook;
  /** ISO 4217; shown where a service has several. */
  currency: string | undefined;
  /** Unix milliseconds. */
  now(): number;
}

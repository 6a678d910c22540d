import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { FoldRules } from '../facts/foldService';

/** What answers are made of. */
export interface StabilityContext extends FoldRules {
  client: Knex;
  services: ServiceIndex;
  /** The installation shows made-up data, and every answer says so. */
  demo: boolean;
  /** Unix milliseconds. */
  now(): number;
}

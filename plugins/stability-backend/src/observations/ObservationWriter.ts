import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';

/** Takes in what senders reported; the only way into the facts. */
export interface ObservationWriter {
  /**
   * Keeps observations inside the caller's transaction and marks the services
   * whose history they change. Of two with one id and service the one with the
   * later `at` stays, in a tie the one with the greater content hash, so that
   * the order of writing does not matter and a repeat changes nothing.
   */
  write(options: {
    observations: readonly Observation[];
    trx: Knex;
  }): Promise<void>;
}

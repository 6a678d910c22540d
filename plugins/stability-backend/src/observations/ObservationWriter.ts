import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import type { Withdrawn } from './withdraw';

/** Takes in what senders reported; the only way into the facts. */
export interface ObservationWriter {
  /**
   * Keeps observations inside the caller's transaction and marks the services
   * whose history they change. Of two with one id and service the one with the
   * later `at` stays, in a tie the one with the greater content hash, so that
   * the order of writing does not matter and a repeat changes nothing.
   *
   * @param options.withdrawn - is taken away before; nothing by default
   */
  write(options: {
    observations: readonly Observation[];
    withdrawn?: readonly Withdrawn[];
    trx: Knex;
  }): Promise<void>;
}

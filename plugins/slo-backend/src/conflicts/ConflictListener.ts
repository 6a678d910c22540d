import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import { conflictSentence } from './conflictSentence';
import { CATALOG_CONFLICT_TOPIC, conflictOfEvent } from './conflictEvent';
import type { ConflictStore } from './ConflictStore';
import type { NameConflict } from './NameConflict';

/** Hears of conflicts at the moment that the catalog finds them. */
export class ConflictListener {
  readonly #options: Parameters<typeof ConflictListener.create>[0];

  static create(options: {
    store: ConflictStore;
    events: EventsService;
    logger: LoggerService;
  }): ConflictListener {
    return new ConflictListener(options);
  }

  private constructor(options: Parameters<typeof ConflictListener.create>[0]) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#options.events.subscribe({
      id: 'document-conflicts',
      topics: [CATALOG_CONFLICT_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const conflict = conflictOfEvent({
          payload: eventPayload,
          now: Date.now(),
        });
        if (conflict) {
          // The catalog publishes from within a transaction and waits for us:
          // it must not wait for our database. What fails here is found by
          // the scan.
          this.#record(conflict);
        }
      },
    });
  }

  async #record(conflict: NameConflict): Promise<void> {
    const { store, logger } = this.#options;
    try {
      await store.record([conflict]);
      logger.warn(conflictSentence(conflict));
    } catch (error) {
      logger.error(
        `The conflict about ${conflict.entityRef} could not be kept, the next scan will find it: ${error}`,
      );
    }
  }
}

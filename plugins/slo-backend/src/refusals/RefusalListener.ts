import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { DocumentRefusal } from './DocumentRefusal';
import { CATALOG_ERRORS_TOPIC, refusalOfEvent } from './refusalEvent';
import type { RefusalStore } from './RefusalStore';

/** Hears of refused documents, each time that the catalog tries them. */
export class RefusalListener {
  readonly #options: Parameters<typeof RefusalListener.create>[0];

  static create(options: {
    store: RefusalStore;
    events: EventsService;
    logger: LoggerService;
  }): RefusalListener {
    return new RefusalListener(options);
  }

  private constructor(options: Parameters<typeof RefusalListener.create>[0]) {
    this.#options = options;
  }

  async start(): Promise<void> {
    await this.#options.events.subscribe({
      id: 'document-refusals',
      topics: [CATALOG_ERRORS_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const refusal = refusalOfEvent({
          payload: eventPayload,
          now: Date.now(),
        });
        if (refusal) {
          // The catalog need not wait; it will say so again.
          this.#record(refusal);
        }
      },
    });
  }

  async #record(refusal: DocumentRefusal): Promise<void> {
    const { store, logger } = this.#options;
    try {
      await store.record(refusal);
    } catch (error) {
      logger.error(
        `That the catalog refuses ${refusal.entityRef} could not be kept, its next round will tell it again: ${error}`,
      );
    }
  }
}

import {
  formatAmount,
  type MeasuredSaving,
  savingGot,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { readOtherChanges, readVolumes } from './readOtherChanges';
import { readTouchedDays } from './readTouchedDays';
import type { SavingStore } from './SavingStore';

/** Days of volumes on either side, as many as are ever compared. */
const DAYS = 35;

/**
 * Days for which a change is compared over and over: its weeks are over long
 * before, but a provider may write a month anew two months later.
 */
const COMPARED_DAYS = 100;

const DAY_MS = 86_400_000;

/** Looks what changes that were opened did to the bill that came after. */
export class SavingComparison {
  readonly #client: Knex;
  readonly #store: SavingStore;

  static create(options: {
    client: Knex;
    store: SavingStore;
  }): SavingComparison {
    return new SavingComparison(options);
  }

  private constructor(options: { client: Knex; store: SavingStore }) {
    this.#client = options.client;
    this.#store = options.store;
  }

  /** @param completeTo - last day of which the bill is complete */
  async run(completeTo: string, signal: AbortSignal): Promise<void> {
    const client = this.#client;
    const since = Date.parse(completeTo) - COMPARED_DAYS * DAY_MS;
    // those that were opened in the weeks before these count as other changes
    const all = await this.#store.readApplied(since - DAYS * DAY_MS);
    for (const applied of all.filter(one => one.appliedAt >= since)) {
      signal.throwIfAborted();
      const { of, days } = await readTouchedDays({ client, applied });
      const isExact = of === 'resources';
      const found = savingGot({
        days,
        appliedAt: new Date(applied.appliedAt).toISOString(),
        completeTo,
        isExact,
        ...(!isExact && {
          volumes: await readVolumes({ client, applied, days: DAYS }),
        }),
      });
      if (found) {
        const { got, low, high, until, weeks } = found;
        const measured: MeasuredSaving = {
          of,
          weeks,
          ...(!isExact && {
            low: formatAmount(low),
            high: formatAmount(high),
          }),
          otherChanges: isExact
            ? 0
            : await readOtherChanges({ client, applied, all, weeks }),
        };
        await this.#store.markGot({ id: applied.id, got, until, measured });
      }
    }
  }
}

import type { AllocatedCost } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { RequestsKnown } from './RequestsKnown';

/** What stands for what is not known of a day. */
interface Assumption {
  name: string;
  sharedBy: string;
  /** Month whose proportions stand; empty where it is shared evenly. */
  ofMonth: string;
  days: Set<string>;
}

/**
 * Counts the days of a billing month whose shares are not their own: those of
 * the nearest known month, or even ones. Data quality names them.
 */
export class AssumedShares {
  readonly #known = new Map<string, Assumption>();

  static create(): AssumedShares {
    return new AssumedShares();
  }

  private constructor() {}

  add(costs: readonly AllocatedCost[]): void {
    for (const { basis, day } of costs) {
      if (basis?.by === 'shared' || basis?.by === 'dependency') {
        const { key, of, insteadOf } = basis;
        if (of !== undefined || insteadOf !== undefined) {
          const name = basis.by === 'shared' ? basis.pool : basis.resourceRef;
          this.#note(
            { name, sharedBy: insteadOf ?? key, ofMonth: of ?? '' },
            day,
          );
        }
      }
    }
  }

  /**
   * Replaces what was noted of the month.
   *
   * @param options.requests - what was known when the month was read; nothing
   * where nothing is shared by them
   */
  async write(options: {
    trx: Knex;
    billingMonth: string;
    requests: RequestsKnown | undefined;
  }): Promise<void> {
    const { trx, billingMonth, requests } = options;
    await trx('cost_assumed').where('billing_month', billingMonth).delete();
    for (const { name, sharedBy, ofMonth, days } of this.#known.values()) {
      await trx('cost_assumed').insert({
        billing_month: billingMonth,
        name,
        shared_by: sharedBy,
        of_month: ofMonth,
        days: days.size,
        known: requests?.of({ billingMonth, ofMonth }) ?? '',
      });
    }
  }

  #note(about: Omit<Assumption, 'days'>, day: string): void {
    const key = JSON.stringify(Object.values(about));
    const known = this.#known.get(key) ?? { ...about, days: new Set() };
    this.#known.set(key, known);
    known.days.add(day);
  }
}

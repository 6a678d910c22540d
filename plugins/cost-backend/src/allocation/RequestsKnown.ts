import { addDays, monthOf, nextMonthOf } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { monthsBetween } from './monthsBetween';

/**
 * Days before today that are still measured anew: that there are some is looked
 * at, but not how many requests they had, or whatever stands on the running
 * month would be allotted anew with every count.
 */
const UNSETTLED_DAYS = 3;

/**
 * What is known of requests at one moment, month by month. Read before what a
 * month is shared by is read: what is counted meanwhile is then seen as other.
 */
export class RequestsKnown {
  readonly #services: number;
  /** In a few words, by the first day of the month. */
  readonly #months: ReadonlyMap<string, string>;

  /** @param options.now - Unix milliseconds */
  static async read(options: {
    trx: Knex;
    now: number;
  }): Promise<RequestsKnown> {
    const { trx, now } = options;
    const today = new Date(now).toISOString().slice(0, 10);
    const settledTo = addDays(today, -UNSETTLED_DAYS);
    const counted = () =>
      trx('cost_volume').where('unit', 'requests').where('volume', '>', 0);
    const [{ services, first, last }] = await counted()
      .countDistinct({ services: 'entity_ref' })
      .min({ first: 'day' })
      .max({ last: 'day' });
    const months = new Map<string, string>();
    let month = first ? monthOf(first) : undefined;
    for (; month && month <= last; month = nextMonthOf(month)) {
      const [{ all, days, volume }] = await counted()
        .where('day', '>=', month)
        .where('day', '<', nextMonthOf(month))
        .select(
          trx.raw('count(*) as ??', ['all']),
          trx.raw('sum(case when day < ? then 1 end) as ??', [
            settledTo,
            'days',
          ]),
          trx.raw('sum(case when day < ? then volume end) as ??', [
            settledTo,
            'volume',
          ]),
        );
      if (Number(all) > 0) {
        const sum = Math.round(Number(volume ?? 0));
        months.set(month, `${month}:${days ?? 0}:${sum}`);
      }
    }
    return new RequestsKnown(Number(services), months);
  }

  private constructor(services: number, months: ReadonlyMap<string, string>) {
    this.#services = services;
    this.#months = months;
  }

  /**
   * What decides of a month that is shared as another one is: while it stays the
   * same, so do its shares. All months that are as near count, since a group may
   * have requests in one that others have long had some in.
   *
   * @param options.ofMonth - whose proportions stand; empty where none do
   */
  of(options: { billingMonth: string; ofMonth: string }): string {
    const { billingMonth, ofMonth } = options;
    const reach =
      ofMonth === '' ? Infinity : monthsBetween(billingMonth, ofMonth);
    const near = [...this.#months].flatMap(([month, text]) =>
      monthsBetween(billingMonth, month) <= reach ? [text] : [],
    );
    return [this.#services, ...near].join(' ');
  }
}

import { nextMonthOf } from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import { nearestMonth } from './readNearRequests';

/**
 * What is known of requests, in a few words for each month that is shared as
 * another one is: while they stay the same, so do its shares.
 */
export class RequestsKnown {
  readonly #trx: Knex;
  readonly #services: number;
  readonly #months = new Map<string, Promise<string>>();
  readonly #nearest = new Map<string, Promise<string | undefined>>();

  static async create(options: { trx: Knex }): Promise<RequestsKnown> {
    const { trx } = options;
    const [{ services }] = await trx('cost_volume')
      .where('unit', 'requests')
      .countDistinct<Array<{ services: string | number }>>({
        services: 'entity_ref',
      });
    return new RequestsKnown(trx, Number(services));
  }

  private constructor(trx: Knex, services: number) {
    this.#trx = trx;
    this.#services = services;
  }

  /** @param options.ofMonth - whose proportions stand; empty where none do */
  async of(options: {
    billingMonth: string;
    ofMonth: string;
  }): Promise<string> {
    const { billingMonth: from, ofMonth } = options;
    const to = nextMonthOf(from);
    const asked =
      this.#nearest.get(from) ?? nearestMonth({ trx: this.#trx, from, to });
    this.#nearest.set(from, asked);
    const nearest = await asked;
    return [
      this.#services,
      nearest ?? '',
      await this.#month(nearest ?? ''),
      await this.#month(ofMonth),
    ].join(' ');
  }

  /** How many days of services are known of a month, and their sum. */
  async #month(month: string): Promise<string> {
    const known = this.#months.get(month) ?? this.#read(month);
    this.#months.set(month, known);
    return known;
  }

  async #read(month: string): Promise<string> {
    if (month === '') {
      return '';
    }
    const [{ days, volume }] = await this.#trx('cost_volume')
      .where('unit', 'requests')
      .where('day', '>=', month)
      .where('day', '<', nextMonthOf(month))
      .count({ days: '*' })
      .sum({ volume: 'volume' });
    return `${days}:${Math.round(Number(volume ?? 0))}`;
  }
}

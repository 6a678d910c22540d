import type { Knex } from 'knex';

/** Accounts that are silent for so long do not keep others from being complete. */
const SILENT_DAYS = 10;

const DAY_MS = 86_400_000;

const dayOf = (milliseconds: number) =>
  new Date(milliseconds).toISOString().slice(0, 10);

/** What is known of sources of bills (`cost_source`). */
export class SourceStore {
  readonly #client: Knex;

  static create(options: { client: Knex }): SourceStore {
    return new SourceStore(options.client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /** Makes others wait who replace months of the same source. */
  async lock(trx: Knex, name: string): Promise<void> {
    await this.#ensure(trx, name);
    await trx('cost_source').where({ name }).update({ kind: 'bill' });
  }

  async markListed(name: string): Promise<void> {
    await this.#ensure(this.#client, name);
    await this.#client('cost_source').where({ name }).update({ error: null });
  }

  /** Notes why a source could not be asked what it has. */
  async markFailing(name: string, message: string): Promise<void> {
    await this.#ensure(this.#client, name);
    await this.#client('cost_source')
      .where({ name })
      .update({ error: message });
  }

  /**
   * Notes how far a bill is complete: to the last day of use of its slowest
   * account, and not nearer to when it was written than bills grow.
   *
   * @param options.lastChangeAt - when the delivery was written, Unix milliseconds
   */
  async markRead(options: {
    trx: Knex;
    name: string;
    format: string | undefined;
    settleDays: number;
    lastChangeAt: number;
    now: number;
  }): Promise<void> {
    const { trx, name, format, settleDays, lastChangeAt, now } = options;
    const accounts: Array<{ day: string }> = await trx('cost_line')
      .where({ source: name })
      .groupBy('billing_account')
      .select(trx.raw('max(day) as day'));
    const newest = accounts
      .map(({ day }) => day)
      .sort()
      .at(-1);
    const known = await trx('cost_source').where({ name }).first('complete_to');
    const settled = dayOf(lastChangeAt - (settleDays + 1) * DAY_MS);
    const completeTo =
      newest === undefined
        ? undefined
        : accounts
            .map(({ day }) => day)
            .filter(
              day => day >= dayOf(Date.parse(newest) - SILENT_DAYS * DAY_MS),
            )
            .sort()[0];
    const found =
      completeTo === undefined || completeTo < settled ? completeTo : settled;
    await trx('cost_source')
      .where({ name })
      .update({
        read_at: now,
        ...(format !== undefined && { format }),
        // an older month that comes in later takes nothing back
        complete_to:
          [found, known?.complete_to].filter(Boolean).sort().at(-1) ?? null,
      });
  }

  async #ensure(client: Knex, name: string): Promise<void> {
    await client('cost_source')
      .insert({ name, type: 'bill', kind: 'bill' })
      .onConflict('name')
      .ignore();
  }
}

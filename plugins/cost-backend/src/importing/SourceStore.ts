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
   * account, and not nearer to when that was written than bills grow.
   */
  async markRead(options: {
    trx: Knex;
    name: string;
    format: string | undefined;
    settleDays: number;
    now: number;
  }): Promise<void> {
    const { trx, name, format, settleDays, now } = options;
    const parts: AccountPart[] = await trx('cost_line as line')
      .where('line.source', name)
      .groupBy('line.billing_account', 'line.delivery_id')
      .select(
        'line.billing_account as account',
        trx.raw('max(line.day) as day'),
        trx('cost_delivery as delivery')
          .where('delivery.source', name)
          .whereRaw('delivery.id = line.delivery_id')
          .select(trx.raw('coalesce(delivery.changed_at, delivery.read_at)'))
          .as('written_at'),
      );
    await trx('cost_source')
      .where({ name })
      .update({
        read_at: now,
        ...(format !== undefined && { format }),
        complete_to: completeTo({ parts, settleDays }) ?? null,
      });
  }

  async #ensure(client: Knex, name: string): Promise<void> {
    await client('cost_source')
      .insert({ name, type: 'bill', kind: 'bill' })
      .onConflict('name')
      .ignore();
  }
}

/** What one delivery has of an account. */
interface AccountPart {
  account: string;
  /** The last with a charge. */
  day: string;
  /** Unix milliseconds. */
  written_at: string | number | null;
}

function completeTo(options: {
  parts: readonly AccountPart[];
  settleDays: number;
}): string | undefined {
  const { parts, settleDays } = options;
  const accounts = new Map<string, { last: string; complete: string }>();
  for (const { account, day, written_at: writtenAt } of parts) {
    const settled =
      writtenAt === null
        ? day
        : dayOf(Number(writtenAt) - (settleDays + 1) * DAY_MS);
    const complete = day < settled ? day : settled;
    const known = accounts.get(account) ?? { last: day, complete };
    accounts.set(account, {
      last: known.last > day ? known.last : day,
      complete: known.complete > complete ? known.complete : complete,
    });
  }
  const known = [...accounts.values()];
  const newest = known
    .map(({ last }) => last)
    .sort()
    .at(-1);
  return (
    newest &&
    known
      .filter(
        ({ last }) => last >= dayOf(Date.parse(newest) - SILENT_DAYS * DAY_MS),
      )
      .map(({ complete }) => complete)
      .sort()[0]
  );
}

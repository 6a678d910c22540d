import {
  type MeasuredSaving,
  parseAmount,
  type Saving,
} from '@plimsoll/plugin-cost-common';
import type { Knex } from 'knex';
import type { CostDatabase } from '../database/CostDatabase';
import type { SavingTouch } from './SavingTouch';

/** A saving that a change was opened for. */
export interface AppliedSaving {
  id: string;
  saving: Saving;
  /** Unix milliseconds. */
  appliedAt: number;
  touches: SavingTouch;
}

/** A saving, and what of the bill it lowers. */
export interface KeptSaving {
  saving: Saving;
  touches: SavingTouch;
}

/** Of the row of `cost_poll` that says when savings were last worked out. */
const POLL_NAME = 'savings';

/** Savings in `cost_saving`. */
export class SavingStore {
  readonly #client: Knex;

  static create({ client }: Pick<CostDatabase, 'client'>): SavingStore {
    return new SavingStore(client);
  }

  private constructor(client: Knex) {
    this.#client = client;
  }

  /**
   * Makes the table hold exactly these savings, and those that a change was
   * opened for as they were promised.
   *
   * @param options.now - Unix milliseconds
   * @returns whether they are others than before, or the first
   */
  async replaceOpen(options: {
    savings: readonly KeptSaving[];
    now: number;
  }): Promise<boolean> {
    const { savings, now } = options;
    return this.#client.transaction(async trx => {
      const before = await contentOfOpen(trx);
      const applied: string[] = await trx('cost_saving')
        .whereNotNull('applied_at')
        .pluck('id');
      await trx('cost_saving').whereNull('applied_at').delete();
      const kept = new Set(applied);
      for (const { saving, touches } of savings) {
        if (kept.has(saving.id)) {
          // opened before that was noted, and found again
          await trx('cost_saving')
            .where('id', saving.id)
            .whereNull('touches')
            .update({ touches: JSON.stringify(touches) });
          continue;
        }
        await trx('cost_saving').insert({
          id: saving.id,
          entity_ref: saving.entityRef ?? '',
          kind: saving.kind,
          currency: saving.currency,
          position: saving.order,
          guard: saving.guard.state,
          realisable: parseAmount(saving.realisable).toString(),
          content: JSON.stringify(saving),
          touches: JSON.stringify(touches),
          found_at: now,
        });
      }
      await trx('cost_poll')
        .insert({ name: POLL_NAME, last_success_at: now })
        .onConflict('name')
        .merge();
      return before !== (await contentOfOpen(trx));
    });
  }

  /** When savings were last worked out, Unix milliseconds. */
  async readFoundAt(): Promise<number | undefined> {
    const row = await this.#client('cost_poll')
      .where('name', POLL_NAME)
      .first('last_success_at');
    return row ? Number(row.last_success_at) : undefined;
  }

  /**
   * What a change was opened for, where it is known what that lowers.
   *
   * @param since - Unix milliseconds; what was opened before is left out
   */
  async readApplied(since: number): Promise<AppliedSaving[]> {
    const rows: Array<{
      id: string;
      content: string;
      applied_at: number | string;
      touches: string;
    }> = await this.#client('cost_saving')
      .where('applied_at', '>=', since)
      .whereNotNull('touches')
      .select('id', 'content', 'applied_at', 'touches');
    return rows.map(({ id, content, touches, applied_at: appliedAt }) => ({
      id,
      saving: JSON.parse(content),
      appliedAt: Number(appliedAt),
      touches: JSON.parse(touches),
    }));
  }

  /** Notes what a saving brought, up to which day and how that was looked at. */
  async markGot(options: {
    id: string;
    /** Nano-units a month. */
    got: bigint;
    until: string;
    measured: MeasuredSaving;
  }): Promise<void> {
    const { id, got, until, measured } = options;
    await this.#client('cost_saving')
      .where({ id })
      .update({
        got: got.toString(),
        got_until: until,
        measured: JSON.stringify(measured),
      });
  }
}

/** All that is open, as one text; `undefined` before anybody looked. */
async function contentOfOpen(trx: Knex): Promise<string | undefined> {
  const isKnown = await trx('cost_poll').where('name', POLL_NAME).first('name');
  const contents: string[] = await trx('cost_saving')
    .whereNull('applied_at')
    .orderBy('id')
    .pluck('content');
  return isKnown ? contents.join() : undefined;
}

import type { BudgetAnswer } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { canonicalJson } from '../observations/contentHash';
import { markDirty } from '../observations/markDirty';

/** Rows per statement: far below the parameter limits of both databases. */
const CHUNK = 100;

/** Keeps what the SLO plugin answered, so that facts can be made again. */
export class AnswerStore {
  readonly #client: Knex;
  readonly #now: () => number;

  /** @param options.now - Unix milliseconds; the clock by default */
  static create(options: { client: Knex; now?: () => number }): AnswerStore {
    return new AnswerStore(options);
  }

  private constructor(options: { client: Knex; now?: () => number }) {
    this.#client = options.client;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Services that are due to be asked about, the longest waiting first.
   *
   * @param options.now - Unix milliseconds
   */
  async due(options: {
    now: number;
    limit: number;
    /** Services that are left alone; none by default. */
    except?: readonly string[];
  }): Promise<Array<{ entityRef: string; askedAt: number }>> {
    const rows = await this.#client('stability_facts')
      .select('entity_ref', 'budget_asked_at')
      .where('budget_due_at', '<=', options.now)
      .whereNotIn('entity_ref', [...(options.except ?? [])])
      .orderBy('budget_due_at')
      .limit(options.limit);
    return rows.map(row => ({
      entityRef: row.entity_ref,
      askedAt: Number(row.budget_asked_at ?? 0),
    }));
  }

  /**
   * Keeps the answers about one service, a newer one in the place of an older,
   * and has its facts made anew.
   *
   * @param options.askedAt - Unix milliseconds: all that was due by then is
   * answered
   */
  async keep(options: {
    entityRef: string;
    answers: readonly BudgetAnswer[];
    askedAt: number;
  }): Promise<void> {
    const { entityRef, answers, askedAt } = options;
    await this.#client.transaction(async trx => {
      // the fold reads budget_asked_at and plans the next question
      await markDirty({ trx, entityRefs: [entityRef], now: this.#now() });
      for (let start = 0; start < answers.length; start += CHUNK) {
        await trx('stability_answer')
          .insert(
            answers.slice(start, start + CHUNK).map(answer => ({
              id: answer.id,
              entity_ref: answer.entityRef,
              at: Date.parse(answer.at),
              content: canonicalJson(answer),
            })),
          )
          .onConflict('id')
          .merge(['entity_ref', 'at', 'content'])
          .whereRaw('excluded.at >= stability_answer.at');
      }
      await trx('stability_facts')
        .where('entity_ref', entityRef)
        .update({ budget_asked_at: askedAt, budget_due_at: null });
    });
  }
}

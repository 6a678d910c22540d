import { parseEntityRef } from '@backstage/catalog-model';
import {
  type BudgetNotice,
  dueBudgetNotices,
  monthOf,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import { NotificationOutbox } from '@plimsoll/plugin-database';
import type { CostDatabase } from '../database/CostDatabase';
import type { ServiceDigest } from '../derive/ServiceDigest';
import type { CostContext } from '../service/CostContext';
import { budgetNotification } from './budgetNotification';
import type { MonthBudget } from './MonthBudget';
import { NOTIFICATION_TABLE } from './notificationTable';
import { readGroupBudgets } from './readGroupBudgets';
import { toldThresholds } from './toldThresholds';

/** Services that are looked at together. */
const CHUNK = 200;

type DueNotice = MonthBudget & {
  title: string;
  owners: readonly string[];
  notice: BudgetNotice;
  /** All that is told with it. */
  thresholds: readonly string[];
};

/**
 * Finds what owners have to be told of their budgets, each thing once a month
 * and once for each amount of the budget. That it was told and what is to be
 * sent are written together: a replica that is killed leaves both or neither.
 */
export class BudgetWatch {
  readonly #context: CostContext;
  readonly #outbox: NotificationOutbox;

  static create(options: {
    database: CostDatabase;
    context: CostContext;
  }): BudgetWatch {
    return new BudgetWatch(options);
  }

  private constructor(options: Parameters<typeof BudgetWatch.create>[0]) {
    this.#context = options.context;
    this.#outbox = NotificationOutbox.create({
      ...options,
      table: NOTIFICATION_TABLE,
    });
  }

  /** @returns how many notices were written down */
  async look(options: { signal: AbortSignal }): Promise<number> {
    const { client } = this.#context;
    const refs: string[] = await client('cost_service')
      .whereNotNull('budget_used')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    let written = 0;
    for (let start = 0; start < refs.length; start += CHUNK) {
      options.signal.throwIfAborted();
      const chunk = refs.slice(start, start + CHUNK);
      written += await this.#lookAt(await this.#readServices(chunk));
    }
    const groups = await readGroupBudgets({ context: this.#context });
    return written + (await this.#lookAt(groups));
  }

  async #readServices(refs: string[]): Promise<MonthBudget[]> {
    const rows: Array<{ entity_ref: string; month: string; content: string }> =
      await this.#context
        .client('cost_service')
        .whereIn('entity_ref', refs)
        .whereNotNull('budget_used')
        .select('entity_ref', 'month', 'content');
    return rows.flatMap(({ entity_ref: entityRef, month, content }) => {
      const { budget }: ServiceDigest = JSON.parse(content);
      return budget ? [{ entityRef, month, budget }] : [];
    });
  }

  async #lookAt(all: readonly MonthBudget[]): Promise<number> {
    const { client, services } = this.#context;
    // what is over of a month that has passed is no news
    const budgets = all.filter(({ month }) => this.#isRunning(month));
    const known = await services.getServices(
      budgets.map(({ entityRef }) => entityRef),
    );
    const told = await toldThresholds({ client, budgets });
    let written = 0;
    for (const of of budgets) {
      const { entityRef, budget } = of;
      const service = known.get(entityRef);
      // who owns services together is told of what they cost together
      const owners = /^(group|user):/.test(entityRef)
        ? [entityRef]
        : service?.owners ?? [];
      if (owners.length > 0) {
        const due = dueBudgetNotices({
          budget,
          told: told.get(entityRef) ?? [],
        });
        for (const notice of due.notices) {
          const isNew = await this.#write({
            ...of,
            title: service?.title ?? parseEntityRef(entityRef).name,
            owners,
            notice,
            // the lower shares go with the highest
            thresholds: due.told.filter(
              threshold =>
                (threshold === 'expected') === (notice.kind === 'expected'),
            ),
          });
          written += Number(isNew);
        }
      }
    }
    return written;
  }

  #isRunning(month: string): boolean {
    const today = new Date(this.#context.now()).toISOString().slice(0, 10);
    return monthOf(today) === month;
  }

  /** @returns whether it was this replica that wrote it down */
  async #write(of: DueNotice): Promise<boolean> {
    const { entityRef, month, budget, notice, thresholds } = of;
    const now = this.#context.now();
    return this.#context.client.transaction(async trx => {
      const rows: Array<{ threshold: string }> = await trx('cost_budget_notice')
        .insert(
          thresholds.map(threshold => ({
            entity_ref: entityRef,
            month,
            currency: budget.currency,
            amount: parseAmount(budget.amount).toString(),
            threshold,
            told_at: now,
          })),
        )
        .onConflict(['entity_ref', 'month', 'currency', 'amount', 'threshold'])
        .ignore()
        .returning('threshold');
      const isNew = rows.some(
        ({ threshold }) => threshold === notice.threshold,
      );
      if (isNew) {
        await this.#outbox.add({
          transaction: trx,
          notifications: [budgetNotification(of)],
          now,
        });
      }
      return isNew;
    });
  }
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  type BudgetNotice,
  type CostBudget,
  dueBudgetNotices,
  monthOf,
} from '@plimsoll/plugin-cost-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ServiceDigest } from '../derive/ServiceDigest';
import type { CostContext } from '../service/CostContext';
import { budgetNoticeText } from './budgetNoticeText';
import { type GroupBudget, readGroupBudgets } from './readGroupBudgets';

/** Services that are looked at together. */
const CHUNK = 200;

interface DueNotice {
  entityRef: string;
  title: string;
  owners: readonly string[];
  /** First day. */
  month: string;
  budget: CostBudget;
  notice: BudgetNotice;
  /** All that is told with it. */
  thresholds: readonly string[];
}

/**
 * Tells owners how their budgets stand, each thing once a month: a notice is
 * written down before it is sent, and taken back when it cannot be sent.
 */
export class BudgetNotices {
  readonly #context: CostContext;
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  static create(options: {
    context: CostContext;
    notifications: NotificationService;
    logger: LoggerService;
  }): BudgetNotices {
    return new BudgetNotices(options);
  }

  private constructor(options: Parameters<typeof BudgetNotices.create>[0]) {
    this.#context = options.context;
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** @returns how many were sent */
  async tell(options: { signal: AbortSignal }): Promise<number> {
    const { client } = this.#context;
    const refs: string[] = await client('cost_service')
      .whereNotNull('budget_used')
      .distinct('entity_ref')
      .orderBy('entity_ref')
      .pluck('entity_ref');
    let sent = 0;
    for (let start = 0; start < refs.length; start += CHUNK) {
      options.signal.throwIfAborted();
      const chunk = refs.slice(start, start + CHUNK);
      sent += await this.#tellSome(await this.#readServices(chunk));
    }
    const groups = await readGroupBudgets({ context: this.#context });
    return sent + (await this.#tellSome(groups));
  }

  async #readServices(refs: string[]): Promise<GroupBudget[]> {
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

  async #tellSome(budgets: readonly GroupBudget[]): Promise<number> {
    const { client, services } = this.#context;
    const refs = budgets.map(({ entityRef }) => entityRef);
    const told: Array<{ entity_ref: string; threshold: string }> = await client(
      'cost_notice',
    )
      .whereIn('entity_ref', refs)
      .whereIn('month', [...new Set(budgets.map(({ month }) => month))])
      .select('entity_ref', 'threshold');
    const known = await services.getServices(refs);
    let sent = 0;
    for (const { entityRef, month, budget } of budgets) {
      const service = known.get(entityRef);
      // who owns services together is told of what they cost together
      const owners = /^(group|user):/.test(entityRef)
        ? [entityRef]
        : service?.owners ?? [];
      // what is over of a month that has passed is no news
      if (owners.length > 0 && this.#isRunning(month)) {
        const due = dueBudgetNotices({
          budget,
          told: told
            .filter(item => item.entity_ref === entityRef)
            .map(({ threshold }) => threshold),
        });
        for (const notice of due.notices) {
          sent += await this.#tellOnce({
            entityRef,
            title: service?.title ?? parseEntityRef(entityRef).name,
            owners,
            month,
            budget,
            notice,
            // the lower shares go with the highest
            thresholds: due.told.filter(
              threshold =>
                (threshold === 'expected') === (notice.kind === 'expected'),
            ),
          });
        }
      }
    }
    return sent;
  }

  #isRunning(month: string): boolean {
    const today = new Date(this.#context.now()).toISOString().slice(0, 10);
    return monthOf(today) === month;
  }

  /** By one replica; what could not be sent is taken back. */
  async #tellOnce(of: DueNotice): Promise<number> {
    const taken = await this.#take(of);
    if (!taken.includes(of.notice.threshold)) {
      return 0;
    }
    try {
      await this.#send(of);
      return 1;
    } catch (error) {
      await this.#context
        .client('cost_notice')
        .where({ entity_ref: of.entityRef, month: of.month })
        .whereIn('threshold', taken)
        .delete();
      this.#logger.info(
        `The owners of ${of.entityRef} could not be told of its budget, it is tried again: ${error}`,
      );
      return 0;
    }
  }

  /** @returns what this replica wrote down, and no other before */
  async #take(of: DueNotice): Promise<string[]> {
    const rows: Array<{ threshold: string }> = await this.#context
      .client('cost_notice')
      .insert(
        of.thresholds.map(threshold => ({
          entity_ref: of.entityRef,
          month: of.month,
          threshold,
          told_at: this.#context.now(),
        })),
      )
      .onConflict(['entity_ref', 'month', 'threshold'])
      .ignore()
      .returning('threshold');
    return rows.map(({ threshold }) => threshold);
  }

  async #send(of: DueNotice): Promise<void> {
    const { entityRef, title, owners, month, budget, notice } = of;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    await this.#notifications.send({
      recipients: { type: 'entity', entityRef: [...owners] },
      payload: {
        ...budgetNoticeText({ title, budget, notice }),
        link: `/catalog/${namespace}/${kind}/${name}/cost`,
        severity: budget.state === 'over' ? 'high' : 'normal',
        topic: 'cost',
        scope: `cost-budget:${entityRef}:${month}:${notice.threshold}`,
      },
    });
  }
}

import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { SloApi, SloRequestOptions } from '@plimsoll/plugin-slo-common';
import type {
  BudgetAnswer,
  Deployment,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { AnswerStore } from './AnswerStore';
import { answerOf } from './answerOf';
import { askObjectives } from './askObjectives';
import { answerableRange, nextQuestionAt } from './nextQuestionAt';

/** Services that one pass asks about. */
const SERVICES_AT_ONCE = 50;
/** Deployments of one service that one pass asks about, newest first. */
const DEPLOYMENTS_AT_ONCE = 25;
/** Older deployments are not asked about any more. */
const MAX_AGE_MS = 100 * 86_400_000;
/** How long an SLO plugin that is not installed is left alone. */
const ABSENT_MS = 3_600_000;

/** @see BudgetAsker */
export interface BudgetAskerOptions {
  client: Knex;
  slo: Pick<SloApi, 'listObjectives' | 'getObjective' | 'getHistory'>;
  auth: AuthService;
  logger: LoggerService;
  verdictWindowSeconds: number;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Asks the SLO plugin how much error budget deployments burned, and keeps what
 * it answers. Without that plugin, or while it is down, everything else works:
 * the questions stay due.
 */
export class BudgetAsker {
  readonly #options: BudgetAskerOptions;
  readonly #store: AnswerStore;
  readonly #now: () => number;
  #silentUntil = 0;
  #isSilent = false;

  static create(options: BudgetAskerOptions): BudgetAsker {
    return new BudgetAsker(options);
  }

  private constructor(options: BudgetAskerOptions) {
    this.#options = options;
    this.#store = AnswerStore.create(options);
    this.#now = options.now ?? Date.now;
  }

  /** One replica asks, every minute. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'ask-budgets',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 30 },
      timeout: { minutes: 10 },
      scope: 'global',
      fn: async signal => {
        await this.askDue({ signal });
      },
    });
  }

  /**
   * Asks about every service that is due. Stops at the first question that is
   * not answered.
   *
   * @returns how many services were asked about
   */
  async askDue(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { signal } = options;
    const now = this.#now();
    if (now < this.#silentUntil) {
      return 0;
    }
    const due = await this.#store.due({ now, limit: SERVICES_AT_ONCE });
    let asked = 0;
    for (const service of due) {
      signal?.throwIfAborted();
      const answers = await this.#answers({ ...service, now, signal }).catch(
        error => this.#noAnswer(error, now),
      );
      if (answers === undefined) {
        break;
      }
      this.#isSilent = false;
      const { entityRef } = service;
      await this.#store.keep({ entityRef, answers, now });
      asked += 1;
    }
    return asked;
  }

  async #answers(options: {
    entityRef: string;
    askedAt: number;
    now: number;
    signal?: AbortSignal;
  }): Promise<BudgetAnswer[]> {
    const { entityRef, now, signal } = options;
    const { slo, auth, verdictWindowSeconds } = this.#options;
    const deployments = await this.#dueDeployments(options);
    if (deployments.length === 0) {
      return [];
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'slo',
    });
    const request: SloRequestOptions = { token, signal };
    const objectives = await askObjectives({ slo, entityRef, request });
    const answers: BudgetAnswer[] = [];
    for (const deployment of deployments) {
      const whole = answerableRange({ deployment, verdictWindowSeconds });
      const range = { from: whole.from, to: Math.min(whole.to, now) };
      const before = range.from - (range.to - range.from);
      const stretch = {
        from: new Date(before).toISOString(),
        to: new Date(range.to).toISOString(),
      };
      for (const objective of objectives) {
        const history = await slo
          .getHistory(objective, stretch, request)
          .catch(unlessRefused);
        const answer =
          history && answerOf({ deployment, objective, history, range, now });
        answers.push(...(answer ? [answer] : []));
      }
    }
    return answers;
  }

  /** Deployments about which something new can be heard, newest first. */
  async #dueDeployments(options: {
    entityRef: string;
    askedAt: number;
    now: number;
  }): Promise<Deployment[]> {
    const { entityRef, askedAt, now } = options;
    const { client, verdictWindowSeconds } = this.#options;
    const rows = await client('stability_deployment')
      .select('content')
      .where({ entity_ref: entityRef, production: true, type: 'forward' })
      .andWhere('finished_at', '>=', now - MAX_AGE_MS)
      .andWhere('finished_at', '<', now)
      .orderBy('finished_at', 'desc')
      .limit(DEPLOYMENTS_AT_ONCE);
    return rows
      .map((row): Deployment => JSON.parse(row.content))
      .filter(deployment => {
        const at = nextQuestionAt({
          deployments: [deployment],
          askedAt,
          verdictWindowSeconds,
        });
        return at !== undefined && at <= now;
      });
  }

  /** Says once why nothing is answered, and when it is tried again. */
  #noAnswer(error: unknown, now: number): undefined {
    const { logger } = this.#options;
    const isAbsent = statusOf(error) === 404;
    if (isAbsent) {
      this.#silentUntil = now + ABSENT_MS;
    }
    if (!this.#isSilent) {
      this.#isSilent = true;
      logger.info(
        isAbsent
          ? 'The SLO plugin is not installed: error budgets are no evidence for deployments'
          : `The SLO plugin does not say how much budget deployments burned, it is asked again: ${error}`,
      );
    }
    return undefined;
  }
}

/** An objective that was removed meanwhile is no reason to stop asking. */
function unlessRefused(error: unknown): undefined {
  const status = statusOf(error) ?? 500;
  if (status === 400 || status === 404) {
    return undefined;
  }
  throw error;
}

function statusOf(error: unknown): number | undefined {
  return isError(error) && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

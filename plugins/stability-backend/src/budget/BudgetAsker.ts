import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type {
  ObjectiveStatus,
  SloApi,
  SloRequestOptions,
} from '@plimsoll/plugin-slo-common';
import type {
  BudgetAnswer,
  Deployment,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { AnswerStore } from './AnswerStore';
import { answerOf } from './answerOf';
import { askObjectives } from './askObjectives';
import { Backoff } from './Backoff';
import { isWholePluginDown, statusOf } from './isWholePluginDown';
import {
  answerableRange,
  comparedStretch,
  nextQuestionAt,
  SETTLE_SECONDS,
} from './nextQuestionAt';

/** Services that one pass asks about. */
const SERVICES_AT_ONCE = 50;
/** Deployments of one service that one pass asks about, longest due first. */
const DEPLOYMENTS_AT_ONCE = 25;
/**
 * Older deployments are not asked about. The SLO plugin keeps quarter hours for
 * 400 days, and the time before a deployment is asked for as well.
 */
const MAX_AGE_MS = 390 * 86_400_000;
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
  /** Services of which something could not be answered. */
  readonly #backoff = Backoff.create();
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
      timeout: { seconds: 60 },
      scope: 'global',
      fn: async signal => {
        await this.askDue({ signal });
      },
    });
  }

  /**
   * Asks about every service that is due. One that cannot be answered waits;
   * while nothing is answered at all, nothing is asked.
   *
   * @returns how many services were asked about
   */
  async askDue(options: { signal?: AbortSignal } = {}): Promise<number> {
    const { signal } = options;
    const now = this.#now();
    if (now < this.#silentUntil) {
      return 0;
    }
    const due = await this.#store.due({
      now,
      limit: SERVICES_AT_ONCE,
      except: this.#backoff.resting(now),
    });
    let asked = 0;
    for (const service of due) {
      signal?.throwIfAborted();
      const { entityRef } = service;
      const heard = await this.#ask({ ...service, now, signal }).catch(error =>
        this.#noAnswer(error, now),
      );
      if (heard === undefined) {
        break;
      }
      this.#isSilent = false;
      if (heard.fault === undefined) {
        this.#backoff.succeeded(entityRef);
      } else {
        this.#leaveAlone(entityRef, heard.fault, now);
      }
      await this.#store.keep({ entityRef, ...heard });
      asked += 1;
    }
    return asked;
  }

  /** What is answered about a service, and up to when that is all. */
  async #ask(options: {
    entityRef: string;
    askedAt: number;
    now: number;
    signal?: AbortSignal;
  }): Promise<{ answers: BudgetAnswer[]; askedAt: number; fault?: unknown }> {
    const { entityRef, askedAt, now, signal } = options;
    const { slo, auth } = this.#options;
    const due = await this.#dueDeployments(options);
    if (due.length === 0) {
      return { answers: [], askedAt: now };
    }
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'slo',
    });
    const request: SloRequestOptions = { token, signal };
    const { objectives, fault } = await askObjectives({
      slo,
      entityRef,
      request,
    });
    const heard = await this.#histories({
      deployments: due
        .slice(0, DEPLOYMENTS_AT_ONCE)
        .map(({ deployment }) => deployment),
      objectives,
      request,
      now,
    });
    const left = due[DEPLOYMENTS_AT_ONCE];
    const firstFault = fault ?? heard.fault;
    const answeredUpTo = left ? left.at - 1 : now;
    return {
      answers: heard.answers,
      fault: firstFault,
      askedAt:
        // what was not answered, or not asked, stays due
        firstFault === undefined ? answeredUpTo : askedAt,
    };
  }

  /** What objectives burned while deployments were live. */
  async #histories(options: {
    deployments: readonly Deployment[];
    objectives: readonly ObjectiveStatus[];
    request: SloRequestOptions;
    now: number;
  }): Promise<{ answers: BudgetAnswer[]; fault?: unknown }> {
    const { deployments, objectives, request, now } = options;
    const { slo, verdictWindowSeconds } = this.#options;
    const answers: BudgetAnswer[] = [];
    let fault: unknown;
    for (const deployment of deployments) {
      const whole = answerableRange({ deployment, verdictWindowSeconds });
      const range = { from: whole.from, to: Math.min(whole.to, now) };
      const stretch = comparedStretch(range);
      for (const objective of objectives) {
        try {
          const history = await slo.getHistory(objective, stretch, request);
          const answer = answerOf({
            deployment,
            objective,
            history,
            range,
            now,
          });
          answers.push(...(answer ? [answer] : []));
        } catch (error) {
          if (isWholePluginDown(error)) {
            throw error;
          }
          // one that was removed meanwhile is no fault
          fault ??= isGone(error) ? undefined : error;
        }
      }
    }
    return { answers, fault };
  }

  /** Deployments about which something new can be heard, longest due first. */
  async #dueDeployments(options: {
    entityRef: string;
    askedAt: number;
    now: number;
  }): Promise<Array<{ at: number; deployment: Deployment }>> {
    const { entityRef, askedAt, now } = options;
    const { client, verdictWindowSeconds } = this.#options;
    const settled = (verdictWindowSeconds + SETTLE_SECONDS) * 1000;
    const rows = await client('stability_deployment')
      .select('content')
      .where({ entity_ref: entityRef, production: true, type: 'forward' })
      .andWhere(
        'finished_at',
        '>=',
        Math.max(now - MAX_AGE_MS, askedAt - settled),
      )
      .andWhere('finished_at', '<', now);
    return rows
      .map((row): Deployment => JSON.parse(row.content))
      .flatMap(deployment => {
        const at = nextQuestionAt({
          deployments: [deployment],
          askedAt,
          verdictWindowSeconds,
        });
        return at !== undefined && at <= now ? [{ at, deployment }] : [];
      })
      .sort((a, b) => a.at - b.at);
  }

  #leaveAlone(entityRef: string, fault: unknown, now: number): void {
    this.#backoff.failed(entityRef, now);
    this.#options.logger.warn(
      `The SLO plugin does not say all about the budgets of ${entityRef}, it is asked again later: ${fault}`,
    );
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

function isGone(error: unknown): boolean {
  const status = statusOf(error);
  return status === 400 || status === 404;
}

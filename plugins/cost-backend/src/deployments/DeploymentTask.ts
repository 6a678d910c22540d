import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type {
  Deployment,
  StabilityApi,
} from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import { scheduleLeased } from '../leases/scheduleLeased';
import { DeploymentStore } from './DeploymentStore';

const DAY_MS = 86_400_000;
/** Deployments that are asked for when nothing is known, in days. */
const HISTORY_DAYS = 120;
/** Deployments that may still change, in days. */
const LATE_DAYS = 7;
const PAGE_SIZE = 100;
/** After the first question all of the history is asked for again and again. */
const SETTLING_MS = 3_600_000;
/** That there is nothing is believed after this, milliseconds. */
const STARTING_MS = 10 * 60_000;

/** @see DeploymentTask */
export interface DeploymentTaskOptions {
  client: Knex;
  stability: Pick<StabilityApi, 'listDeployments'>;
  auth: AuthService;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
  /** Told when the history of deployments is another. */
  onChange(): Promise<void>;
}

/**
 * Keeps which deployments went live in production, as the stability plugin
 * knows them, so that no page asks it. Without that plugin none are shown.
 */
export class DeploymentTask {
  readonly #options: DeploymentTaskOptions;
  readonly #store: DeploymentStore;

  static create(options: DeploymentTaskOptions): DeploymentTask {
    return new DeploymentTask(options);
  }

  private constructor(options: DeploymentTaskOptions) {
    this.#options = options;
    this.#store = DeploymentStore.create(options);
  }

  /** Lets one replica ask every 10 minutes, more often after the start. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduleLeased({
      ...this.#options,
      scheduler,
      id: 'cost-deployments',
      everySeconds: 600,
      initialDelaySeconds: 20,
      fn: async signal => {
        const { isSettled } = await this.run({ signal });
        return isSettled ? 600 : 30;
      },
    });
  }

  /**
   * @returns how many deployments of the stretch are known now, and whether
   * they are all that the stability plugin will tell
   */
  async run(options: {
    signal: AbortSignal;
  }): Promise<{ deployments: number; isSettled: boolean }> {
    const { now, logger, onChange } = this.#options;
    const to = now();
    const known = await this.#store.readPace(to);
    // it may itself be reading what was deployed before its own start
    const isWhole = !known.isSettled || to - known.askedAt < SETTLING_MS;
    const from = to - (isWhole ? HISTORY_DAYS : LATE_DAYS) * DAY_MS;
    let deployments: Deployment[];
    try {
      deployments = await this.#read({ ...options, from, to });
    } catch (error) {
      options.signal.throwIfAborted();
      logger.info(
        `The stability plugin does not say what was deployed, it is asked again: ${error}`,
      );
      const isSettled = to - known.askedAt >= STARTING_MS;
      await this.#store.keepPace(known);
      return { deployments: 0, isSettled };
    }
    const count = await this.#store.replace({ deployments, from, to });
    const isSettled =
      known.isSettled ||
      (count > 0 && count === known.count) ||
      to - known.askedAt >= STARTING_MS;
    await this.#store.keepPace({ askedAt: known.askedAt, count, isSettled });
    if (isWhole && count !== known.count) {
      await onChange();
    }
    return { deployments: count, isSettled };
  }

  async #read(options: {
    from: number;
    to: number;
    signal: AbortSignal;
  }): Promise<Deployment[]> {
    const { from, to, signal } = options;
    const { stability, auth } = this.#options;
    const found: Deployment[] = [];
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'stability',
      });
      const page = await stability.listDeployments(
        {
          environment: 'production',
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          limit: PAGE_SIZE,
          ...(cursor && { cursor }),
        },
        { token, signal },
      );
      found.push(...page.items);
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return found;
  }
}

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

/** @see DeploymentTask */
export interface DeploymentTaskOptions {
  client: Knex;
  stability: Pick<StabilityApi, 'listDeployments'>;
  auth: AuthService;
  logger: LoggerService;
  /** Unix milliseconds. */
  now(): number;
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

  /** Lets one replica ask every 10 minutes, the first time soon. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduleLeased({
      ...this.#options,
      scheduler,
      id: 'cost-deployments',
      everySeconds: 600,
      initialDelaySeconds: 60,
      fn: async signal => {
        await this.run({ signal });
      },
    });
  }

  /** @returns how many deployments of the stretch are known now */
  async run(options: { signal: AbortSignal }): Promise<number> {
    const { now, logger } = this.#options;
    const to = now();
    const days = (await this.#store.isEmpty()) ? HISTORY_DAYS : LATE_DAYS;
    const from = to - days * DAY_MS;
    let deployments: Deployment[];
    try {
      deployments = await this.#read({ ...options, from, to });
    } catch (error) {
      options.signal.throwIfAborted();
      logger.info(
        `The stability plugin does not say what was deployed, it is asked again: ${error}`,
      );
      return 0;
    }
    return this.#store.replace({ deployments, from, to });
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

import { createHash } from 'node:crypto';
import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  orderSavingsInTurns,
  type Saving,
  type SavingDraft,
  unusedBalancers,
} from '@plimsoll/plugin-cost-common';
import type { IdleResource } from '@plimsoll/plugin-cost-node';
import { Pace } from '@plimsoll/plugin-database';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import type { CostDatabase } from '../database/CostDatabase';
import { bringForward } from '../leases/bringForward';
import { scheduleLeased } from '../leases/scheduleLeased';
import { accountsOfServices } from './accountsOfServices';
import { commitmentDrafts } from './drafts/commitmentDrafts';
import type { DraftContext } from './drafts/DraftContext';
import { resourceDrafts } from './drafts/resourceDrafts';
import { rightSizeDrafts } from './drafts/rightSizeDrafts';
import { spotDrafts } from './drafts/spotDrafts';
import { pricedContainers } from './drafts/workloads';
import { monthOfHours } from './monthOfHours';
import { readBalancerCharges } from './readBalancerCharges';
import { readErrorBudgets, type ServiceBudgets } from './readErrorBudgets';
import { readNodes } from './readNodes';
import { readSavingFacts } from './readSavingFacts';
import { SavingComparison } from './SavingComparison';
import type { SavingFacts } from './SavingFacts';
import type { SavingsSettings } from './readSavingsSettings';
import { SavingStore } from './SavingStore';
import { touchOf } from './SavingTouch';
import { UseStore } from './UseStore';

/** While bills are read and split, what was found is not yet all. */
const UNSETTLED_SECONDS = 30;
const LEASE = 'cost-savings';

/** @see SavingsTask */
export interface SavingsTaskOptions {
  database: CostDatabase;
  settings: SavingsSettings;
  allocation: AllocationSettings;
  slo: Pick<SloApi, 'listObjectives'>;
  auth: AuthService;
  logger: LoggerService;
  /** Called after other savings than before were written. */
  onFound?(): Promise<void>;
  /** Unix milliseconds; the clock by default. */
  now?: () => number;
}

/**
 * Works out what could be saved from the bill, from what is really used and
 * from the error budget that is left, and compares what was done with the bill
 * that came after.
 */
export class SavingsTask {
  readonly #options: SavingsTaskOptions;
  readonly #store: SavingStore;
  readonly #now: () => number;

  static create(options: SavingsTaskOptions): SavingsTask {
    return new SavingsTask(options);
  }

  private constructor(options: SavingsTaskOptions) {
    this.#options = options;
    this.#store = SavingStore.create(options.database);
    this.#now = options.now ?? Date.now;
  }

  /** Lets one replica do it every ten minutes: error budgets change as fast. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduleLeased({
      scheduler,
      client: this.#options.database.client,
      id: LEASE,
      everySeconds: 600,
      // bills, shares and evidence come first
      initialDelaySeconds: 120,
      fn: async signal =>
        (await this.run(signal)) ? undefined : UNSETTLED_SECONDS,
    });
  }

  /** Lets it be done at once, since there is new evidence. */
  async markDue(): Promise<void> {
    const now = this.#now();
    await bringForward({
      client: this.#options.database.client,
      name: LEASE,
      dueAt: now,
      now,
    });
  }

  /** @returns whether all bills that it works from are read and split */
  async run(signal: AbortSignal): Promise<boolean> {
    const { database, allocation, settings, onFound } = this.#options;
    const { client } = database;
    const pace = Pace.create();
    const facts = await readSavingFacts({ client, settings: allocation, pace });
    if (!facts.completeTo) {
      return false;
    }
    const drafts = await this.#drafts({ facts, pace, signal });
    const touches = new Map(drafts.map(draft => [draft.id, touchOf(draft)]));
    const savings = await pace.run(
      orderSavingsInTurns({
        drafts,
        costs: facts.costs,
        accounts: facts.onDemand.map(({ subAccount, hourly }) => ({
          subAccount,
          monthly: monthOfHours(hourly),
        })),
        currency: settings.currency,
      }),
    );
    signal.throwIfAborted();
    const isNews = await this.#store.replaceOpen({
      savings: savings.flatMap(saving => {
        const touched = touches.get(saving.id);
        return touched
          ? [{ saving: withShortId(saving), touches: touched }]
          : [];
      }),
      now: this.#now(),
    });
    await SavingComparison.create({ client, store: this.#store }).run(
      // days that a late source has not charged would look saved
      facts.allCompleteTo ?? facts.completeTo,
      signal,
    );
    if (isNews) {
      await onFound?.();
    }
    return isSettled(client);
  }

  async #drafts(options: {
    facts: SavingFacts;
    pace: Pace;
    signal: AbortSignal;
  }): Promise<SavingDraft[]> {
    const { facts, pace, signal } = options;
    const { database, settings } = this.#options;
    const { client } = database;
    const evidence = await UseStore.create(database).read();
    const clusters = [
      ...(await readNodes({ client, resources: facts.resources })),
    ];
    const context: DraftContext = {
      settings,
      facts,
      accounts: {
        clusters: new Map(
          clusters.map(([name, { accounts }]) => [name, accounts]),
        ),
        services: accountsOfServices(facts.resources),
      },
      budgets: await this.#budgets(signal),
      tiers: await readTiers(client),
    };
    const containers = pricedContainers({ ...evidence, context });
    const nodes = new Map(clusters.map(([name, of]) => [name, of.nodes]));
    return [
      ...(await pace.run(rightSizeDrafts({ containers, nodes, context }))),
      ...spotDrafts({ containers, context }),
      ...resourceDrafts({
        idle: [...evidence.idle, ...(await this.#billedIdle(facts))],
        context,
      }),
      ...(await pace.run(commitmentDrafts({ context }))),
    ];
  }

  /** What the bill itself proves unused. */
  async #billedIdle({ completeTo }: SavingFacts): Promise<IdleResource[]> {
    const { database, settings } = this.#options;
    return completeTo === undefined
      ? []
      : unusedBalancers({
          charges: await readBalancerCharges({
            client: database.client,
            currency: settings.currency,
            completeTo,
          }),
          completeTo,
        });
  }

  /** Without budgets everything that needs one is held back. */
  async #budgets(
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ServiceBudgets> | undefined> {
    const { auth, logger, slo } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'slo',
      });
      return await readErrorBudgets({ slo, token, signal });
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(
        `Error budgets could not be read, so savings that need one are held back: ${
          toError(error).message
        }`,
      );
      return undefined;
    }
  }
}

/** Nothing waits to be read for the first time, or to be split. */
async function isSettled(client: CostDatabase['client']): Promise<boolean> {
  const [unread, unsplit] = await Promise.all([
    client('cost_delivery')
      .where('state', 'reading')
      .whereNotIn(
        'source',
        client('cost_source').where('kind', 'gone').select('name'),
      )
      .first('state'),
    client('cost_dirty').first('billing_month'),
  ]);
  return !unread && !unsplit;
}

async function readTiers(
  client: CostDatabase['client'],
): Promise<Map<string, string>> {
  const rows: Array<{ entity_ref: string; tier: string }> = await client(
    'service_index',
  )
    .whereNotNull('tier')
    .select('entity_ref', 'tier');
  return new Map(rows.map(({ entity_ref: ref, tier }) => [ref, tier]));
}

/** Names of resources are long, and stand in addresses. */
function withShortId(saving: Saving): Saving {
  const hash = createHash('sha256').update(saving.id).digest('hex');
  const id = `${saving.kind}-${hash.slice(0, 16)}`;
  const { change } = saving;
  return {
    ...saving,
    id,
    ...(change && {
      change: { ...change, values: { ...change.values, savingId: id } },
    }),
  };
}

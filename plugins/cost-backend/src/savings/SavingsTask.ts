import { createHash } from 'node:crypto';
import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  orderSavings,
  type Saving,
  type SavingDraft,
  savingGot,
} from '@plimsoll/plugin-cost-common';
import type { SloApi } from '@plimsoll/plugin-slo-common';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import type { CostDatabase } from '../database/CostDatabase';
import { commitmentDrafts } from './drafts/commitmentDrafts';
import type { DraftContext } from './drafts/DraftContext';
import { resourceDrafts } from './drafts/resourceDrafts';
import { rightSizeDrafts } from './drafts/rightSizeDrafts';
import { spotDrafts } from './drafts/spotDrafts';
import { pricedContainers } from './drafts/workloads';
import { readCategoryDays } from './readCategoryDays';
import { readErrorBudgets, type ServiceBudgets } from './readErrorBudgets';
import { readNodes } from './readNodes';
import { readSavingFacts } from './readSavingFacts';
import type { SavingFacts } from './SavingFacts';
import type { SavingsSettings } from './readSavingsSettings';
import { SavingStore } from './SavingStore';
import { UseStore } from './UseStore';

/** @see SavingsTask */
export interface SavingsTaskOptions {
  database: CostDatabase;
  settings: SavingsSettings;
  allocation: AllocationSettings;
  slo: Pick<SloApi, 'listObjectives'>;
  auth: AuthService;
  logger: LoggerService;
  /** Called after savings were written. */
  onFound?(): void;
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
    await scheduler.scheduleTask({
      id: 'cost-savings',
      frequency: { minutes: 10 },
      // bills, shares and evidence come first
      initialDelay: { minutes: 2 },
      timeout: { minutes: 30 },
      fn: signal => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const { database, allocation, settings, onFound } = this.#options;
    const { client } = database;
    const facts = await readSavingFacts({ client, settings: allocation });
    if (!facts.completeTo) {
      return;
    }
    const savings = orderSavings({
      drafts: await this.#drafts(facts, signal),
      costs: facts.costs,
      currency: settings.currency,
    });
    signal.throwIfAborted();
    await this.#store.replaceOpen({
      savings: savings.map(withShortId),
      now: this.#now(),
    });
    await this.#compare(facts.completeTo);
    onFound?.();
  }

  async #drafts(
    facts: SavingFacts,
    signal: AbortSignal,
  ): Promise<SavingDraft[]> {
    const { database, settings } = this.#options;
    const { client } = database;
    const evidence = await UseStore.create(database).read();
    const context: DraftContext = {
      settings,
      facts,
      budgets: await this.#budgets(signal),
      tiers: await readTiers(client),
    };
    const containers = pricedContainers({ ...evidence, context });
    const nodes = await readNodes({ client, resources: facts.resources });
    return [
      ...rightSizeDrafts({ containers, nodes, context }),
      ...spotDrafts({ containers, context }),
      ...resourceDrafts({ ...evidence, context }),
      ...commitmentDrafts({ context }),
    ];
  }

  /** Without budgets everything that needs one is held back. */
  async #budgets(
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, ServiceBudgets>> {
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
      return new Map();
    }
  }

  /** What changes that were opened did to the bill. */
  async #compare(completeTo: string): Promise<void> {
    const { client } = this.#options.database;
    for (const { id, saving, appliedAt } of await this.#store.readApplied()) {
      const got = savingGot({
        days: await readCategoryDays({ client, saving, appliedAt }),
        appliedAt: new Date(appliedAt).toISOString(),
        completeTo,
      });
      if (got) {
        await this.#store.markGot({ id, ...got });
      }
    }
  }
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
  return { ...saving, id: `${saving.kind}-${hash.slice(0, 16)}` };
}

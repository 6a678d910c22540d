import type { LoggerService } from '@backstage/backend-plugin-api';
import { DEFAULT_ANOMALY_THRESHOLDS } from '@plimsoll/plugin-cost-common';
import { ServiceIndex } from '@plimsoll/service-index';
import { AllocationWorker } from '../allocation/AllocationWorker';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { markDirty } from '../allocation/markDirty';
import type { CostDatabase } from '../database/CostDatabase';
import { DeriveStep } from '../derive/DeriveStep';
import { REQUESTS } from '../volumes/readUnits';
import { fillMonth, type LargeMonth } from './fillMonth';
import { watchStalls } from './watchStalls';

const SETTINGS: AllocationSettings = {
  tags: ['service'],
  rules: [{ name: 'platform', match: { product: 'EKS' }, pool: 'platform' }],
  pools: [{ name: 'platform', key: 'even' }],
  currency: 'USD',
};

/** What allotting a large month took. */
export interface AllotFigures {
  lines: number;
  parts: number;
  /** Of allotting and writing, and of what follows for every service. */
  allotSeconds: number;
  deriveSeconds: number;
  longestStallMs: { allot: number; derive: number };
}

/** Allots a large month as a replica does, and watches the event loop. */
export async function allotMonth(options: {
  database: CostDatabase;
  size: LargeMonth;
  logger: LoggerService;
  /** Told when the bill is there, before it is allotted. */
  onFilled?(): Promise<void>;
}): Promise<AllotFigures> {
  const { database, size, logger } = options;
  const { client } = database;
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  const { lines } = await fillMonth({ client, services, size });
  await options.onFilled?.();
  const now = () => Date.parse(`${size.month.slice(0, 7)}-30T12:00:00Z`);
  const derive = DeriveStep.create({
    context: {
      client,
      services,
      allocation: SETTINGS,
      units: [REQUESTS],
      budgets: { notifyAt: [1] },
      anomalies: DEFAULT_ANOMALY_THRESHOLDS,
      isConfigured: true,
      demo: false,
      now,
    },
    logger,
    after: async () => {},
  });
  const worker = AllocationWorker.create({
    database,
    settings: SETTINGS,
    logger,
    derive: async () => {},
    now,
  });
  await markDirty({ trx: client, billingMonths: [size.month], now: 0 });
  const allot = await watched(() => worker.drain());
  await derive.markDue();
  const { signal } = new AbortController();
  const derived = await watched(() => derive.run({ signal }));
  const [{ parts }] = await client('cost_daily')
    .where('billing_month', size.month)
    .count({ parts: '*' });
  return {
    lines,
    parts: Number(parts),
    allotSeconds: allot.seconds,
    deriveSeconds: derived.seconds,
    longestStallMs: {
      allot: allot.longestMs,
      derive: derived.longestMs,
    },
  };
}

async function watched(work: () => Promise<unknown>) {
  const stop = watchStalls();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, ...stop() };
}

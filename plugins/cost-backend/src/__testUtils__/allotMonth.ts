import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { DEFAULT_ANOMALY_THRESHOLDS } from '@plimsoll/plugin-cost-common';
import { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import { AllocationWorker } from '../allocation/AllocationWorker';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import { markDirty } from '../allocation/markDirty';
import type { CostDatabase } from '../database/CostDatabase';
import { DeriveStep } from '../derive/DeriveStep';
import type { CostContext } from '../service/CostContext';
import { exportSplit } from '../service/export/exportSplit';
import { inBlocks } from '../service/export/inBlocks';
import { REQUESTS } from '../volumes/readUnits';
import { fillMonth, type LargeMonth } from './fillMonth';
import { type Stalls, watchStalls } from './watchStalls';

/** For so long a machine is watched that has nothing to do, milliseconds. */
const IDLE_MS = 1_500;

/** Between two pages, milliseconds. */
const PAGE_EVERY_MS = 20;

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
  /** What the slowest page of one row waited for while a month was allotted. */
  longestPageMs: number;
  /** Of each part of the work, and of as much time in which nothing is done. */
  stalls: Record<'idle' | 'allot' | 'derive', Stalls> & { export?: Stalls };
}

/** Allots a large month as a replica does, and watches the event loop. */
export async function allotMonth(options: {
  database: CostDatabase;
  size: LargeMonth;
  logger: LoggerService;
  /** Told when the bill is there, before it is allotted. */
  onFilled?(): Promise<void>;
  /** Whether its split is exported at the end, too. */
  isExported?: boolean;
}): Promise<AllotFigures> {
  const { database, size, logger } = options;
  const { client } = database;
  const services = await ServiceIndex.create({
    database: { getClient: async () => client },
  });
  const { lines } = await fillMonth({ client, services, size });
  await options.onFilled?.();
  const now = () => Date.parse(`${size.month.slice(0, 7)}-30T12:00:00Z`);
  const context: CostContext = {
    client,
    services,
    allocation: SETTINGS,
    units: [REQUESTS],
    budgets: { notifyAt: [1] },
    anomalies: DEFAULT_ANOMALY_THRESHOLDS,
    isConfigured: true,
    demo: false,
    now,
  };
  const derive = DeriveStep.create({
    context,
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
  const idle = await watched(() => sleep(IDLE_MS));
  const stopAsking = askPages(client);
  const allot = await watched(() => worker.drain());
  const longestPageMs = await stopAsking();
  await derive.markDue();
  const { signal } = new AbortController();
  const derived = await watched(() => derive.run({ signal }));
  const exported =
    options.isExported &&
    (await watched(() => readExport({ context, month: size.month })));
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
    longestPageMs,
    stalls: {
      idle,
      allot,
      derive: derived,
      ...(exported && { export: exported }),
    },
  };
}

/**
 * Asks for a row again and again, as pages do, by the connections that pages
 * have.
 *
 * @returns ends it, with the longest answer in milliseconds
 */
function askPages(client: Knex): () => Promise<number> {
  let isOver = false;
  let longestMs = 0;
  const ask = async () => {
    while (!isOver) {
      const began = performance.now();
      // who waits for too long is answered with an error, which took as long
      await client('cost_source')
        .first('name')
        .catch(() => undefined);
      longestMs = Math.max(longestMs, performance.now() - began);
      await sleep(PAGE_EVERY_MS);
    }
    return longestMs;
  };
  const asking = ask();
  return async () => {
    isOver = true;
    return asking;
  };
}

async function readExport(options: {
  context: CostContext;
  month: string;
}): Promise<void> {
  const lines = await exportSplit({
    ...options,
    view: { scope: { kind: 'all' }, totals: true },
  });
  const blocks = inBlocks(lines);
  while (!(await blocks.next()).done);
}

async function watched(work: () => Promise<unknown>) {
  const stop = watchStalls();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  return { seconds, ...stop() };
}

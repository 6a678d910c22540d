import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { durationToMilliseconds } from '@backstage/types';
import type { SloDatabase } from '../database/SloDatabase';
import { RefusalListener } from './RefusalListener';
import { RefusalStore } from './RefusalStore';
import { RefusalSweeper } from './RefusalSweeper';

const FREQUENCY = { minutes: 1 };
/** A run that dies with its replica blocks the next one no longer than this. */
const TIMEOUT = { seconds: 30 };

/** Rounds of the catalog without a word, after which a document is forgotten. */
const ROUNDS = 5;
/** The catalog's rounds are this long unless app-config says otherwise. */
const DEFAULT_ROUND_MS = 150_000;
const MIN_KEEP_MS = 15 * 60_000;
/** Key that the catalog reads its rounds from. */
const ROUND_KEY = 'catalog.processingInterval';

/** Keeps what the catalog says about OpenSLO documents that it refuses. */
export async function watchRefusals(options: {
  database: SloDatabase;
  catalog: CatalogService;
  auth: AuthService;
  config: RootConfigService;
  events: EventsService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { database, config, scheduler } = options;
  const store = RefusalStore.create({ database });
  await RefusalListener.create({ ...options, store }).start();
  const sweeper = RefusalSweeper.create({
    ...options,
    store,
    keepMs: Math.max(MIN_KEEP_MS, ROUNDS * roundMs(config)),
  });
  await scheduler.scheduleTask({
    id: 'forget-document-refusals',
    frequency: FREQUENCY,
    timeout: TIMEOUT,
    scope: 'global',
    fn: () => sweeper.sweep(),
  });
}

function roundMs(config: RootConfigService): number {
  const value = config.getOptional(ROUND_KEY);
  return value === undefined || typeof value === 'boolean'
    ? DEFAULT_ROUND_MS
    : durationToMilliseconds(
        readDurationFromConfig(config, { key: ROUND_KEY }),
      );
}

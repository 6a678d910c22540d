import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SloDatabase } from '../database/SloDatabase';
import { ConflictListener } from './ConflictListener';
import { ConflictScanner } from './ConflictScanner';
import { ConflictStore } from './ConflictStore';
import { SourceStore } from './SourceStore';

const FREQUENCY = { minutes: 10 };
/** The catalog should have read its files first. */
const INITIAL_DELAY = { seconds: 90 };
/** A run that dies with its replica blocks the next one no longer than this. */
const TIMEOUT = { seconds: 60 };

/**
 * Listens to the catalog for documents whose name is taken, and looks for those
 * that were missed.
 */
export async function watchConflicts(options: {
  database: SloDatabase;
  catalog: CatalogService;
  auth: AuthService;
  config: RootConfigService;
  events: EventsService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  logger: LoggerService;
}): Promise<void> {
  const { database, scheduler } = options;
  const store = ConflictStore.create({ database });
  const scanner = ConflictScanner.create({
    ...options,
    store,
    sources: SourceStore.create({ database }),
    integrations: ScmIntegrations.fromConfig(options.config),
  });
  await ConflictListener.create({ ...options, store }).start();
  await scheduler.scheduleTask({
    id: 'scan-document-conflicts',
    frequency: FREQUENCY,
    initialDelay: INITIAL_DELAY,
    timeout: TIMEOUT,
    scope: 'global',
    fn: signal => scanner.scan({ signal }),
  });
}

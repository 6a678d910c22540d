import type {
  AuditorService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { DeploymentSource } from '@plimsoll/plugin-stability-node';
import { Router } from 'express';
import { catchUpTasks } from '../catchup/catchUpTasks';
import { PollRunner } from '../catchup/PollRunner';
import { sourcePoll } from '../catchup/sourcePoll';
import type { StabilityDatabase } from '../database/StabilityDatabase';
import { type ChangedNames, isTouched } from '../identity/ChangedNames';
import type { IdentityResolver } from '../identity/IdentityResolver';
import { createInboxRouter } from '../inbox/createInboxRouter';
import { DatabaseInbox } from '../inbox/DatabaseInbox';
import type { Inbox } from '../inbox/Inbox';
import { InboxMetrics } from '../inbox/InboxMetrics';
import { InboxService } from '../inbox/InboxService';
import { InboxWorker } from '../inbox/InboxWorker';
import { InboxPages } from '../inbox/page/InboxPages';
import { Pulse } from '../inbox/Pulse';
import { requeueOne, requeueUnmatched } from '../inbox/requeue';
import { askToReadAgain, readAgainTask } from '../inbox/readAgainTask';
import { retentionTask } from '../inbox/retentionTask';
import { MappingRules } from '../inbox/rules/MappingRules';
import type { ObservationWriter } from '../observations/ObservationWriter';
import { CdEventsSender } from '../senders/cdevents/CdEventsSender';
import { SenderRegistry } from '../senders/SenderRegistry';
import { createEventsRouter } from './createEventsRouter';
import { createWebhooksRouter } from './createWebhooksRouter';
import { DoorBook } from './DoorBook';
import { DoorMetrics } from './DoorMetrics';
import { IntakeGate } from './IntakeGate';
import { openDoors } from './openDoors';
import { BODY_BYTES } from './readBody';

/** How often the book of doors is written, milliseconds. */
const BOOK_MS = 10_000;

/** @see createDoors */
export interface DoorsOptions {
  config: RootConfigService;
  database: StabilityDatabase;
  logger: LoggerService;
  metrics: MetricsService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  lifecycle: LifecycleService;
  identity: IdentityResolver;
  observations: ObservationWriter;
  /** Whether the catalog has a service; all are believed by default. */
  isService?: (entityRef: string) => Promise<boolean>;
  /** Sources that modules brought. */
  sources: DeploymentSource[];
  /** Told after each commit that wrote observations. */
  onObserved?: () => void;
}

/** All that lets events in, and what becomes of them until they are observed. */
export interface Doors {
  /** `POST /webhooks/{source}`: to be mounted before any body is parsed. */
  unauthenticatedRouter: Router;
  /** The paths of it, each of which needs an auth policy of its own. */
  webhookPaths: string[];
  /** `POST /events`: before any body is parsed, too. */
  eventsRouter: Router;
  /** To be mounted at `/inbox`. */
  inboxRouter: Router;
  inbox: Inbox;
  /** Reads and polls until the backend shuts down. */
  start(): Promise<void>;
  /** Has all retained deliveries read again, by and by. */
  readAgain(): Promise<void>;
  /** The catalog knows services by other names now: the unmatched try again. */
  identitiesChanged(changed: ChangedNames): Promise<void>;
}

/**
 * Builds the doors, the inbox and its worker, and what is polled.
 *
 * @throws InputError when app-config's `stability.webhooks` cannot be used
 */
export function createDoors(options: DoorsOptions): Doors {
  const { config, database, logger, lifecycle, sources } = options;
  const doors = openDoors({ config, logger });
  const cdevents = CdEventsSender.create();
  const senders = SenderRegistry.create({
    senders: [cdevents, ...doors.map(({ sender }) => sender)],
  });
  const metrics = InboxMetrics.create(options);
  const worker = InboxWorker.create({
    database,
    metrics,
    resolver: options.identity,
    observations: options.observations,
    senderOf: source => senders.get(source),
    logger,
    onObserved: options.onObserved,
  });
  const inbox = DatabaseInbox.create({
    database,
    metrics,
    onAccepted: () => worker.wake(),
  });
  const book = DoorBook.create({ database, logger });
  const doorMetrics = DoorMetrics.create(options);
  const gate = IntakeGate.create({ requests: 512, bytes: 64 * BODY_BYTES });
  const polls = PollRunner.create({
    tasks: [
      ...sources.map(sourcePoll),
      ...catchUpTasks({ config, database }),
      retentionTask({ config, database }),
      readAgainTask({ database, onRequeued: () => worker.wake() }),
    ],
    database,
    inbox,
    logger,
  });
  const bookkeeping = Pulse.create({
    everyMs: BOOK_MS,
    work: () => book.flush(),
    onError: () => undefined,
  });
  const service = InboxService.create({
    ...options,
    pages: InboxPages.create({
      database,
      sources: [
        { source: cdevents.source, configured: true },
        ...doors.map(({ sender, guard }) => ({
          source: sender.source,
          configured: guard !== undefined,
        })),
        ...sources.map(({ name }) => ({ source: name, configured: true })),
      ],
    }),
    rules: MappingRules.create({ database, isService: options.isService }),
    requeue: id => requeueOne({ client: database.client, id, now: Date.now() }),
    onRequeued: () => worker.wake(),
  });
  return {
    unauthenticatedRouter: createWebhooksRouter({
      doors,
      inbox,
      book,
      gate,
      doorMetrics,
    }),
    webhookPaths: doors.map(({ sender }) => `/webhooks/${sender.source}`),
    eventsRouter: createEventsRouter({
      ...options,
      sender: cdevents,
      inbox,
      book,
      gate,
      doorMetrics,
    }),
    inboxRouter: createInboxRouter({ ...options, service }),
    inbox,
    start: async () => {
      const parts = [worker, polls, bookkeeping];
      lifecycle.addShutdownHook(async () => {
        await Promise.all(parts.map(part => part.stop()));
        await book.flush();
      });
      parts.forEach(part => part.start());
    },
    readAgain: () =>
      askToReadAgain({ client: database.client, now: Date.now() }),
    identitiesChanged: async changed => {
      const requeued = await requeueUnmatched({
        client: database.client,
        isMeant: ({ identities }) =>
          changed === 'any' ||
          identities.some(hints => isTouched(changed, hints)),
        now: Date.now(),
      });
      if (requeued > 0) {
        worker.wake();
      }
    },
  };
}

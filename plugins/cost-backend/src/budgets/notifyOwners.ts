import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  NotificationOutbox,
  NotificationSender,
} from '@plimsoll/plugin-database';
import type { CostDatabase } from '../database/CostDatabase';
import { NOTIFICATION_TABLE as table } from './notificationTable';

const SEND_EVERY = { seconds: 10 };
/** A run that dies with its replica blocks the next one no longer than this. */
const TIMEOUT = { seconds: 60 };
/** A budget is of a month: what is spent of it is news as long. */
const STALE_MS = 31 * 86_400_000;
/** Sent ones are kept, so that people can ask what was told. */
const KEEP_MS = 90 * 86_400_000;
const FORGET_EVERY = { hours: 6 };

/** Begins to send what owners are to be told; all replicas share the work. */
export async function notifyOwners(options: {
  database: CostDatabase;
  notifications: NotificationService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { database, scheduler } = options;
  const sender = NotificationSender.create({
    ...options,
    table,
    staleMs: STALE_MS,
  });
  await scheduler.scheduleTask({
    id: 'cost-notify-owners',
    frequency: SEND_EVERY,
    timeout: TIMEOUT,
    scope: 'local',
    async fn(signal) {
      await sender.drain(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'cost-forget-notifications',
    frequency: FORGET_EVERY,
    timeout: TIMEOUT,
    scope: 'global',
    async fn() {
      const outbox = NotificationOutbox.create({ database, table });
      await outbox.forget(Date.now() - KEEP_MS);
    },
  });
}

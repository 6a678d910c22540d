import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  NotificationOutbox,
  NotificationSender,
} from '@plimsoll/plugin-database';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { SloDatabase } from '../database/SloDatabase';
import type { NotificationSettings } from './NotificationSettings';
import { NOTIFICATION_TABLE as table } from './notificationTable';
import { OutageWatch } from './OutageWatch';
import { OwnerWatch } from './OwnerWatch';

/** As often as objectives are evaluated. */
const LOOK_EVERY = { seconds: 60 };
const SEND_EVERY = { seconds: 10 };
/** A run that dies with its replica blocks the next one no longer than this. */
const TIMEOUT = { seconds: 60 };
/** Sent ones are kept, so that people can ask what was told. */
const KEEP_MS = 90 * 86_400_000;
const FORGET_EVERY = { hours: 6 };

/**
 * Begins to tell owners how their error budgets stand and when data stop, unless
 * app-config turns that off. One replica looks for news, all of them send.
 */
export async function notifyOwners(options: {
  database: SloDatabase;
  services: ServiceIndex;
  sources: { names: readonly string[] };
  settings: NotificationSettings;
  timeZone: string;
  notifications: NotificationService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { database, settings, scheduler } = options;
  if (!settings.isEnabled) {
    return;
  }
  const owners = OwnerWatch.create(options);
  const outages = OutageWatch.create(options);
  const sender = NotificationSender.create({ ...options, table });
  await scheduler.scheduleTask({
    id: 'watch-for-owners',
    frequency: LOOK_EVERY,
    timeout: TIMEOUT,
    scope: 'global',
    async fn(signal) {
      await outages.look(signal);
      await owners.look(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'notify-owners',
    frequency: SEND_EVERY,
    timeout: TIMEOUT,
    scope: 'local',
    async fn(signal) {
      await sender.drain(signal);
    },
  });
  await scheduler.scheduleTask({
    id: 'forget-notifications',
    frequency: FORGET_EVERY,
    timeout: TIMEOUT,
    scope: 'global',
    async fn() {
      const outbox = NotificationOutbox.create({ database, table });
      await outbox.forget(Date.now() - KEEP_MS);
    },
  });
}

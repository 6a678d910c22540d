import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { NotificationSender } from '@plimsoll/plugin-database';
import {
  type ObjectiveDefinition,
  stateRank,
} from '@plimsoll/plugin-slo-common';
import {
  statusPayload,
  type StatusSketch,
} from '../../__testUtils__/statusPayload';
import {
  insertObjectives,
  objectiveDefinition,
} from '../../database/__testUtils__/insertObjectives';
import type { SloTestDatabases } from '../../database/__testUtils__/testDatabases';
import type { NotificationSettings } from '../NotificationSettings';
import { NOTIFICATION_TABLE } from '../notificationTable';
import { OutageWatch } from '../OutageWatch';
import { OwnerWatch } from '../OwnerWatch';

/** 2026-11-20T12:00:00Z */
export const NOON = Date.UTC(2026, 10, 20, 12) / 1000;

export const DEFAULTS: NotificationSettings = {
  isEnabled: true,
  thresholds: [0.5, 0.8, 1],
  silentSeconds: 1_800,
  tellsExisting: false,
};

/** Objectives whose statuses a test writes, and who tells their owners. */
export async function createNotificationWorld(options: {
  databases: SloTestDatabases;
  id: TestDatabaseId;
  settings?: Partial<NotificationSettings>;
}) {
  const database = await options.databases.create(options.id);
  const { client } = database;
  const clock = { seconds: NOON };
  const now = () => clock.seconds * 1_000;
  const settings = { ...DEFAULTS, ...options.settings };
  const sent: NotificationSendOptions[] = [];
  const send = jest.fn(async (content: NotificationSendOptions) => {
    sent.push(content);
  });
  const owners = new Map<string, string[]>();
  const services = {
    getServices: async (refs: string[]) =>
      new Map(
        refs.map(entityRef => [
          entityRef,
          {
            entityRef,
            kind: 'component',
            owners: owners.get(entityRef) ?? ['group:default/shop'],
          },
        ]),
      ),
  };
  const logger = mockServices.logger.mock();
  const sources = { names: ['prometheus', 'mimir'] };
  const common = {
    database,
    services,
    sources,
    settings,
    timeZone: 'UTC',
    now,
  };
  const { signal } = new AbortController();
  const watch = () => OwnerWatch.create(common);
  const sender = (overrides: { timeoutMs?: number } = {}) =>
    NotificationSender.create({
      database,
      table: NOTIFICATION_TABLE,
      notifications: { send },
      logger,
      now,
      ...overrides,
    });
  let added = 0;
  return {
    database,
    client,
    clock,
    settings,
    owners,
    sources,
    sent,
    send,
    logger,
    signal,
    watch,
    sender,
    async addObjectives(
      count: number,
      overrides: Partial<ObjectiveDefinition> = {},
    ) {
      const definitions = Array.from({ length: count }, () => {
        added += 1;
        return objectiveDefinition({
          ref: `slo:default/objective-${added}`,
          ...overrides,
        });
      });
      return insertObjectives({ database, definitions, ready: true });
    },
    /** Writes a status as the evaluation would. */
    async status(objectiveId: number, sketch: StatusSketch = {}) {
      const payload = statusPayload(sketch, clock.seconds);
      const { content_hash: contentHash } = await client('slo_objective')
        .where({ id: objectiveId })
        .first();
      const { dataUpTo = clock.seconds } = sketch;
      const budget = payload.projected ?? payload.budget;
      await client('slo_status')
        .insert({
          objective_id: objectiveId,
          state: payload.state,
          state_rank: stateRank(payload.state),
          remaining: budget.remaining ?? null,
          payload: JSON.stringify(payload),
          content_hash: contentHash,
          evaluated_at: clock.seconds,
          data_up_to: dataUpTo,
          changed_at: now(),
        })
        .onConflict('objective_id')
        .merge();
    },
    /** A minute later: looks, and sends what was found. */
    async minute(): Promise<string[]> {
      const before = sent.length;
      await OutageWatch.create(common).look(signal);
      await watch().look(signal);
      await sender().drain(signal);
      clock.seconds += 60;
      return sent.slice(before).map(({ payload }) => payload.title);
    },
    /** Events that were written down. */
    async keys(): Promise<string[]> {
      return client('slo_notification').orderBy('id').pluck('event_key');
    },
  };
}

export type NotificationWorld = Awaited<
  ReturnType<typeof createNotificationWorld>
>;

/** Watches objectives until what they stand at is taken for granted. */
export async function settle(
  world: NotificationWorld,
  ids: number[],
  sketch: StatusSketch = {},
): Promise<void> {
  for (let minute = 0; minute < 3; minute++) {
    for (const id of ids) {
      await world.status(id, sketch);
    }
    await world.minute();
  }
}

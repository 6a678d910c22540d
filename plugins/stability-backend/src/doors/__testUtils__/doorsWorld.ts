import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { Observation } from '@plimsoll/plugin-stability-common';
import type { DeploymentSource } from '@plimsoll/plugin-stability-node';
import express from 'express';
import { recordedMetrics } from '../../__testUtils__/recordedMetrics';
import type { StabilityDatabase } from '../../database/StabilityDatabase';
import { FakeResolver } from '../../inbox/__testUtils__/FakeResolver';
import { InboxMetrics } from '../../inbox/InboxMetrics';
import { InboxWorker } from '../../inbox/InboxWorker';
import type { InboxRow } from '../../inbox/InboxRow';
import { ObservationStore } from '../../observations/ObservationStore';
import { CdEventsSender } from '../../senders/cdevents/CdEventsSender';
import { SenderRegistry } from '../../senders/SenderRegistry';
import { createDoors } from '../createDoors';
import { openDoors } from '../openDoors';

/** A secret that is long enough. */
export const SECRET = 'a-secret-of-thirty-two-characters';

/** One secret for each door. */
export const OPEN_CONFIG = {
  stability: {
    webhooks: Object.fromEntries(
      [
        'github',
        'gitlab',
        'argocd',
        'argo-rollouts',
        'jenkins',
        'alertmanager',
        'pagerduty',
      ].map(source => [source, { secrets: [SECRET] }]),
    ),
  },
};

/** The doors on a bare server, and a worker that reads when it is told to. */
export function doorsWorld(options: {
  database: StabilityDatabase;
  /** Refs by any name of theirs. */
  services?: Record<string, string[]>;
  /** All doors are open by default. */
  config?: Parameters<typeof mockServices.rootConfig>[0] extends infer T
    ? NonNullable<T> extends { data?: infer D }
      ? D
      : never
    : never;
  sources?: DeploymentSource[];
  permissions?: Parameters<typeof createDoors>[0]['permissions'];
}) {
  const { database, services, sources = [] } = options;
  const config = mockServices.rootConfig({
    data: options.config ?? OPEN_CONFIG,
  });
  const logger = mockServices.logger.mock();
  const identity = FakeResolver.create(services);
  const observations = ObservationStore.create();
  const auditor = mockServices.auditor.mock();
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(auditEvent);
  const { metrics, figures } = recordedMetrics();
  const doors = createDoors({
    config,
    database,
    logger,
    metrics,
    httpAuth: mockServices.httpAuth(),
    permissions: options.permissions ?? mockServices.permissions(),
    auditor,
    lifecycle: mockServices.lifecycle.mock(),
    identity,
    observations,
    sources,
  });
  const senders = SenderRegistry.create({
    senders: [
      CdEventsSender.create(),
      ...openDoors({ config }).map(({ sender }) => sender),
    ],
  });
  const worker = InboxWorker.create({
    database,
    resolver: identity,
    observations,
    senderOf: source => senders.get(source),
    logger,
    metrics: InboxMetrics.create({ metrics }),
  });
  const app = express();
  app.use(doors.unauthenticatedRouter, doors.eventsRouter);
  app.use('/inbox', doors.inboxRouter);
  app.use(MiddlewareFactory.create({ config, logger }).error());
  return {
    app,
    doors,
    worker,
    identity,
    logger,
    /** What was counted, see {@link recordedMetrics}. */
    figures,
    auditor,
    auditEvent,
    /** Rows of the inbox, oldest first. */
    rows: async (): Promise<InboxRow[]> =>
      database.client('stability_inbox').select('*').orderBy('id'),
    /** Everything that was observed. */
    observed: async (): Promise<Observation[]> => {
      const rows = await database
        .client('stability_observation')
        .select('content')
        .orderBy([{ column: 'at' }, { column: 'id' }]);
      return rows.map(({ content }) => JSON.parse(content));
    },
  };
}

import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Router } from 'express';
import { createDoors } from '../doors/createDoors';
import { DatabaseIdentityResolver } from '../identity/DatabaseIdentityResolver';
import { ObservationStore } from '../observations/ObservationStore';
import type { ServiceWorld } from '../service/__testUtils__/serviceWorld';

/** What is asked under `/inbox` of a world. */
export async function inboxRouterOf(world: ServiceWorld): Promise<Router> {
  const doors = createDoors({
    config: mockServices.rootConfig({ data: {} }),
    database: world.database,
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions(),
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    lifecycle: mockServices.lifecycle.mock(),
    identity: DatabaseIdentityResolver.create(),
    observations: ObservationStore.create(),
    sources: [],
  });
  return doors.inboxRouter;
}

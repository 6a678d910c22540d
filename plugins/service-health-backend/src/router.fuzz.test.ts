import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { readOpenApi } from '@plimsoll/plugin-database';
import {
  neverFails,
  neverFailsOnCursors,
  requestArbitrary,
} from '@plimsoll/plugin-database/testUtils';
import express from 'express';
import request from 'supertest';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { createRouter } from './router';
import { createFleetWorld } from './service/__testUtils__/fleetWorld';
import {
  createHealthWorld,
  serviceOf,
} from './service/__testUtils__/healthWorld';
import { impactSources } from './service/__testUtils__/impactSources';

const databases = createTestDatabases();
const document = readOpenApi({
  packageName: '@plimsoll/plugin-service-health-backend',
});

function appOf(health: Parameters<typeof createRouter>[0]['health']) {
  const router = createRouter({ httpAuth: mockServices.httpAuth(), health });
  return express().use(router).use(mockErrorHandler());
}

describe('API', () => {
  it.each(databases.ids)(
    'answers or refuses whatever is sent, and never fails, %s',
    async id => {
      const world = await createHealthWorld({
        databases,
        id,
        services: [serviceOf({ name: 'checkout' }), serviceOf({ name: 'b' })],
        sources: impactSources().sources,
      });
      await world.pull();
      const answered = await neverFails({
        api: request(appOf(world.health)),
        requests: requestArbitrary({
          document,
          known: {
            id: ['d-bad', 'd-old'],
            kind: ['component', 'Component'],
            namespace: ['default'],
            name: ['checkout', 'b'],
            owner: ['group:default/shop'],
            system: ['system:default/purchase'],
            tier: ['1'],
            lifecycle: ['production'],
          },
        }),
        count: 500,
      });
      // it is not all refused at the door
      expect(answered).toBeGreaterThan(100);
    },
  );

  it.each(databases.ids)(
    'refuses a cursor that it did not give out, %s',
    async id => {
      const { health } = await createFleetWorld({ databases, id });
      const refused = await neverFailsOnCursors({
        api: request(appOf(health)),
        lists: [
          '/services?',
          '/services?sort=name&',
          '/services?sort=owner&order=desc&',
          '/services?sort=cost&',
          '/services?sort=deployed&',
        ],
      });
      expect(Math.min(...refused)).toBeGreaterThan(0);
    },
  );
});

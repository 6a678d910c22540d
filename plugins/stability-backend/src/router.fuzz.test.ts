import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { readOpenApi } from '@plimsoll/plugin-database';
import {
  neverFails,
  neverFailsOnCursors,
  requestArbitrary,
} from '@plimsoll/plugin-database/testUtils';
import express from 'express';
import request from 'supertest';
import { inboxRouterOf } from './__testUtils__/inboxRouterOf';
import { createTestDatabases } from './database/__testUtils__/testDatabases';
import { createRouter } from './router';
import { createServiceWorld } from './service/__testUtils__/serviceWorld';

const databases = createTestDatabases();
const { paths, ...rest } = readOpenApi({
  packageName: '@plimsoll/plugin-stability-backend',
});
/** Doors read raw bodies, and are tried with those of senders. */
const DOORS = ['/events', '/webhooks/{source}'];
const DOCUMENT = {
  ...rest,
  paths: Object.fromEntries(
    Object.entries(paths).filter(([path]) => !DOORS.includes(path)),
  ),
};

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createServiceWorld({ databases, id });
  await world.observeStory();
  const router = createRouter({
    httpAuth: mockServices.httpAuth(),
    stability: world.stability,
    inboxRouter: await inboxRouterOf(world),
    rebuild: async () => ({ services: 3 }),
  });
  return { world, app: express().use(router).use(mockErrorHandler()) };
}

describe('API', () => {
  it.each(databases.ids)(
    'answers or refuses whatever is sent, and never fails, %s',
    async id => {
      const { world, app } = await setUp(id);
      const requests = requestArbitrary({
        document: DOCUMENT,
        known: {
          id: [await world.deploymentOf('v2'), await world.incidentOf('INC-1')],
          entityRef: ['component:default/cart', 'system:default/shop'],
          owner: ['group:default/shop'],
          system: ['system:default/shop'],
          environment: ['production'],
          from: ['2026-10-01T00:00:00Z'],
          to: ['2026-11-20T00:00:00Z'],
          since: ['2026-11-01T00:00:00Z'],
          reason: ['The database was down, not us'],
        },
      });
      const answered = await neverFails({
        api: request(app),
        requests,
        count: 600,
      });
      // it is not all refused at the door
      expect(answered).toBeGreaterThan(60);
    },
  );

  it.each(databases.ids)(
    'refuses a cursor that it did not give out, %s',
    async id => {
      const { app } = await setUp(id);
      const refused = await neverFailsOnCursors({
        api: request(app),
        lists: [
          '/deployments?',
          '/services?',
          '/services?sort=name&',
          '/services?sort=frequency&',
          '/summary?',
        ],
      });
      expect(Math.min(...refused)).toBeGreaterThan(0);
    },
  );
});

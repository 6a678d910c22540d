import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Router } from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { serviceHealthPlugin } from '../plugin';

type Features = Parameters<typeof startTestBackend>[0]['features'];

/** A Component, as the catalog hands it out. */
export function componentEntity(options: {
  name: string;
  owner?: string;
  system?: string;
  tier?: string;
}): Entity {
  const { name, owner, system, tier } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(tier && { annotations: { 'plimsoll.dev/tier': tier } }),
    },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}

/** Stands for another plugin: serves its summary. */
export function summaryPlugin(options: {
  pluginId: string;
  items: object[];
  /** Principals that asked. */
  callers?: unknown[];
}) {
  const { pluginId, items, callers = [] } = options;
  return createBackendPlugin({
    pluginId,
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = Router();
          router.get('/summary', async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            callers.push(principal);
            res.json({ items, totalItems: items.length, pageInfo: {} });
          });
          httpRouter.use(router);
        },
      });
    },
  });
}

/** The plugin in a backend, with a catalog of these entities. */
export async function startHealthBackend(options: {
  entities: Entity[];
  knex: Knex;
  features?: Features;
}) {
  const { entities, knex, features = [] } = options;
  return startTestBackend({
    features: [
      serviceHealthPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      ...features,
    ],
  });
}

/** Asks until an answer passes, for what happens shortly after the start. */
export async function eventually(
  server: Parameters<typeof request>[0],
  path: string,
  isReady: (response: request.Response) => boolean,
): Promise<request.Response> {
  // before the test's own limit ends it, which would not say what was answered
  const deadline = Date.now() + 240_000;
  for (;;) {
    const response = await request(server).get(path);
    if (isReady(response)) {
      return response;
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${path} still answers ${response.status}: ${response.text}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

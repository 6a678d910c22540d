import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { MetricsSource } from '@plimsoll/plugin-slo-node';
import { metricsSourcesExtensionPoint } from '@plimsoll/plugin-slo-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { sloPlugin } from '../plugin';

type Features = Parameters<typeof startTestBackend>[0]['features'];

/**
 * The plugin in a backend, with a catalog of these entities and one source
 * called `prometheus`.
 */
export async function startSloBackend(options: {
  entities: Entity[];
  source?: MetricsSource;
  /** In memory by default. */
  knex?: Knex;
  features?: Features;
}) {
  const { entities, source, knex, features = [] } = options;
  return startTestBackend({
    features: [
      sloPlugin,
      catalogServiceMock.factory({ entities }),
      ...(source ? [sourceModule(source)] : []),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
      ...features,
    ],
  });
}

function sourceModule(source: MetricsSource) {
  return createBackendModule({
    pluginId: 'slo',
    moduleId: 'test-source',
    register(env) {
      env.registerInit({
        deps: { sources: metricsSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSource({ name: 'prometheus', type: 'test', source });
        },
      });
    },
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

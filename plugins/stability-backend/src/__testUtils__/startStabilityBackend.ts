import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Observation } from '@plimsoll/plugin-stability-common';
import type { Knex } from 'knex';
import request from 'supertest';
import { ObservationStore } from '../observations/ObservationStore';
import { stabilityPlugin } from '../plugin';

type Features = Parameters<typeof startTestBackend>[0]['features'];

/** The plugin in a backend, with a catalog of these entities. */
export async function startStabilityBackend(options: {
  entities: Entity[];
  knex: Knex;
  /** The `stability` part of app-config. */
  config?: JsonObject;
  features?: Features;
}) {
  const { entities, knex, config = {}, features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      stabilityPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({ data: { stability: config } }),
      ...features,
    ],
  });
  return {
    server,
    /** As the worker of the inbox does. */
    async observe(observations: Observation[]) {
      const store = ObservationStore.create();
      await knex.transaction(trx => store.write({ observations, trx }));
    },
  };
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

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { StabilityClient } from '@plimsoll/plugin-stability-common';
import stabilityPlugin from '@plimsoll/plugin-stability-backend';
import { catalogDocuments } from './catalogFiles';

/** What the demo's app-config says of the doors. */
export const DEMO_SECRETS = Object.fromEntries(
  [
    'github',
    'gitlab',
    'argocd',
    'argo-rollouts',
    'jenkins',
    'alertmanager',
    'pagerduty',
  ].map(door => [door, { secrets: [`demo-${door}-is-no-secret`] }]),
);

type Features = NonNullable<Parameters<typeof startTestBackend>[0]['features']>;

/** A stability backend with ShopKart's catalog, in memory. */
export async function startDemoPortal(features: Features) {
  const entities = catalogDocuments()
    .filter(({ value }) => value.apiVersion.startsWith('backstage.io/'))
    .map(({ value }) => asProcessed(value as unknown as Entity));
  const backend = await startTestBackend({
    features: [
      stabilityPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: { stability: { demo: true, webhooks: DEMO_SECRETS } },
      }),
      ...features,
    ],
  });
  const port = backend.server.port();
  const client = new StabilityClient({
    discoveryApi: {
      getBaseUrl: async id => `http://localhost:${port}/api/${id}`,
    },
    fetchApi: { fetch },
  });
  return { client, stop: () => backend.stop() };
}

/** What the catalog adds, as far as it is read. */
function asProcessed(entity: Entity): Entity {
  const { owner } = entity.spec ?? {};
  return {
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

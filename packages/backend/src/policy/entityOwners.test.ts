import { writeFileSync } from 'node:fs';
import {
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import permissionBackend from '@backstage/plugin-permission-backend';
import type { Permission } from '@backstage/plugin-permission-common';
import {
  goldenPathUpdateCreatePermission,
  goldenPathWiringCheckPermission,
} from '@plimsoll/plugin-golden-path-common';
import request from 'supertest';
import { policyFeature } from './policyFeature';

const component = (name: string, owner: string) => `---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: '${owner}' }
`;

/** The mock forgets which plugin asks for a user; without it nothing is decided. */
const catalogKnowsWhoAsksForUsers = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      issueUserCookie: httpAuth.issueUserCookie.bind(httpAuth),
      credentials: async (req, options) => {
        const credentials = await httpAuth.credentials(req, options);
        return plugin.getId() === 'catalog' &&
          auth.isPrincipal(credentials, 'user')
          ? mockCredentials.user(credentials.principal.userEntityRef, {
              actor: { subject: 'plugin:permission' },
            })
          : credentials;
      },
    } as HttpAuthService;
  },
});

describe('Owners of a service', () => {
  const directory = createMockDirectory();

  it('may bring it up to date and check its wiring, and nobody else may', async () => {
    const target = directory.resolve('services.yaml');
    writeFileSync(
      target,
      component('own', 'user:default/mock') +
        component('other', 'group:default/others'),
    );
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        permissionBackend,
        policyFeature,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            backend: { baseUrl: 'http://localhost', listen: { host: '::' } },
            catalog: {
              locations: [{ type: 'file', target }],
              processingInterval: { seconds: 1 },
            },
          },
        }),
        mockServices.permissions.factory(),
        catalogKnowsWhoAsksForUsers,
      ],
    });
    const ask = async (permission: Permission, resourceRef: string) => {
      const { body } = await request(server)
        .post('/api/permission/authorize')
        .set('Authorization', mockCredentials.user.header())
        .send({ items: [{ id: 'a', permission, resourceRef }] });
      return body.items[0].result;
    };
    for (const name of ['own', 'other']) {
      const path = `/api/catalog/entities/by-name/component/default/${name}`;
      await until(
        async () =>
          (
            await request(server)
              .get(path)
              .set('Authorization', mockCredentials.service.header())
          ).status === 200,
      );
    }
    for (const permission of [
      goldenPathUpdateCreatePermission,
      goldenPathWiringCheckPermission,
    ]) {
      expect([
        permission.name,
        await ask(permission, 'component:default/own'),
        await ask(permission, 'component:default/other'),
        await ask(permission, 'component:default/nothing'),
      ]).toEqual([permission.name, 'ALLOW', 'DENY', 'DENY']);
    }
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isTrue()) {
      return;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It took more than a minute');
}

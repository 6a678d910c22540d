import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createTestDatabases } from '@plimsoll/plugin-database/testUtils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { openGoldenPathDatabase } from '../../database/GoldenPathDatabase';
import { ServiceRepositories } from '../repository/ServiceRepositories';
import { PullRequestStore } from './PullRequestStore';
import { PullRequestWatch } from './PullRequestWatch';

const GITEA = 'http://gitea.example';

function entityOf(name: string, source: string, version?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/source-location': `url:${source}`,
        ...(version && { 'backstage.io/template-version': version }),
      },
    },
    spec: {},
  };
}

const lockOf = (version: string) => `version: 1
template: { name: node-service, version: ${version}, hash: abc }
engine: any
answers: {}
files: {}
`;

describe('PullRequestWatch', () => {
  const databases = createTestDatabases({ open: openGoldenPathDatabase });
  const network = setupServer();
  beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => network.resetHandlers());
  afterAll(() => network.close());

  async function start(id: TestDatabaseId, entities: Entity[]) {
    const database = await databases.create(id);
    const pullRequests = PullRequestStore.create({ database });
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          gitea: [
            {
              host: 'gitea.example',
              baseUrl: GITEA,
              username: 'dev',
              password: 'only-here',
            },
          ],
        },
      },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    let written = '1.1.0';
    const reads: string[] = [];
    const reader = mockServices.urlReader.mock({
      readUrl: async url => {
        reads.push(url);
        return { buffer: async () => Buffer.from(lockOf(written)) };
      },
    });
    const watch = PullRequestWatch.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      integrations,
      logger: mockServices.logger.mock(),
      pullRequests,
      repositories: ServiceRepositories.create({ integrations, reader }),
    });
    for (const { metadata } of entities) {
      await pullRequests.opened({
        entityRef: `component:default/${metadata.name}`,
        version: '1.1.0',
        url: `${GITEA}/shop/${metadata.name}/pulls/1`,
        by: 'user:default/ada',
        now: 0,
      });
    }
    return {
      watch,
      reads,
      write: (version: string) => {
        written = version;
      },
      of: (name: string) =>
        pullRequests.find(`component:default/${name}`, '1.1.0'),
    };
  }
  const merged = () =>
    http.get(`${GITEA}/api/v1/repos/shop/:repo/pulls/1`, () =>
      HttpResponse.json({ state: 'closed', merged: true }),
    );

  it.each(databases.ids)(
    'is not stopped by an address that cannot be read, %p',
    async id => {
      network.use(merged());
      const { watch, of } = await start(id, [
        entityOf('bad', `${GITEA}/shop/bad/src/branch/main/%zz`, '1.0.0'),
        entityOf('worse', 'http://[', '1.0.0'),
        entityOf('good', `${GITEA}/shop/good`, '1.1.0'),
      ]);
      await watch.look();
      expect((await of('bad'))?.state).toBe('open');
      expect((await of('worse'))?.state).toBe('open');
      expect((await of('good'))?.state).toBe('merged');
    },
  );

  it.each(databases.ids)(
    'reads the lock of what is merged while the catalog says another version, %p',
    async id => {
      network.use(merged());
      const { watch, of, reads, write } = await start(id, [
        entityOf('cart', `${GITEA}/shop/cart/src/branch/main/a`, '1.0.0'),
        entityOf('stock', `${GITEA}/shop/stock`, '1.1.0'),
      ]);
      await watch.look();
      expect(await of('cart')).toMatchObject({
        state: 'merged',
        written: '1.1.0',
      });
      expect(reads).toEqual([
        `${GITEA}/shop/cart/src/branch/main/a/.plimsoll/lock.yaml`,
      ]);
      expect(await of('stock')).not.toHaveProperty('written');
      // the team takes it back
      write('1.0.0');
      await watch.look();
      expect((await of('cart'))?.written).toBe('1.0.0');
    },
  );
});

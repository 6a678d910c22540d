import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import { DatabaseManager } from '@backstage/backend-defaults/database';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import gitea from '@backstage/plugin-scaffolder-backend-module-gitea';
import { LocalForge } from '@plimsoll/local-forge';
import openslo from '@plimsoll/plugin-catalog-backend-module-openslo';
import {
  shopKartPlatform,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import goldenPathActions from '@plimsoll/plugin-scaffolder-backend-module-golden-path';
import request from 'supertest';
import { createGoldenPathPlugin } from '../../plugin';

const ORG = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: loyalty }
spec: { type: team, children: [], profile: { email: loyalty@shopkart.example } }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: purchase }
spec: { owner: loyalty }
`;
const ACCOUNT = { username: 'dev', password: 'only-here' };

/** The node stack's template: the quickest to write. */
export const TEMPLATE = 'template:default/node-service';

/** Starts a portal whose templates lie in a folder that a test may change. */
export async function startUpdatePortal(options: {
  /** Empty. */
  directory: string;
  /** A copy of `templates/golden-path`. */
  templates: string;
  /** The template that opens pull requests. */
  updateTemplate: string;
  /** Of the plugin. */
  database: DatabaseService;
}) {
  const { directory, templates, updateTemplate, database } = options;
  mkdirSync(join(directory, 'forge'));
  const forge = await LocalForge.start({
    directory: join(directory, 'forge'),
    port: 0,
    ...ACCOUNT,
  });
  const { host } = new URL(forge.url);
  writeFileSync(join(directory, 'org.yaml'), ORG);
  const scheduler = mockServices.scheduler();
  const denied = new Set<string>();
  const others = DatabaseManager.fromConfig(
    new ConfigReader({
      backend: {
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    }),
  );
  const location = (target: string, ...allow: string[]) => ({
    type: 'file',
    target,
    rules: [{ allow }],
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      templateKind,
      openslo,
      scaffolderPlugin,
      gitea,
      goldenPathActions,
      createGoldenPathPlugin({ validateResponses: true }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        // runs when a test says so
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.database,
        deps: {
          lifecycle: coreServices.lifecycle,
          logger: coreServices.logger,
          plugin: coreServices.pluginMetadata,
        },
        factory: ({ plugin, ...deps }) =>
          plugin.getId() === 'golden-path'
            ? database
            : others.forPlugin(plugin.getId(), deps),
      }),
      mockServices.permissions.mock({
        authorize: async asked =>
          asked.map(({ permission, resourceRef = '' }) => ({
            result: denied.has(`${permission.name} ${resourceRef}`.trim())
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
        authorizeConditional: async asked =>
          asked.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:0' },
          integrations: { gitea: [{ host, baseUrl: forge.url, ...ACCOUNT }] },
          goldenPath: { platform: { ...shopKartPlatform } },
          catalog: {
            rules: [{ allow: ['Component', 'Location', 'SLI', 'SLO'] }],
            processingInterval: { seconds: 1 },
            locations: [
              location(join(directory, 'org.yaml'), 'Group', 'System'),
              location(join(templates, 'node-service.yaml'), 'Template'),
              location(updateTemplate, 'Template'),
            ],
          },
        },
      }),
    ],
  });
  const { server } = backend;
  const get = (path: string) => request(server).get(path);
  const post = (path: string, body: object) =>
    request(server).post(path).send(body);

  /** Waits for a task, and gives all that it said. */
  async function ended(id: string) {
    const task = `/api/scaffolder/v2/tasks/${id}`;
    await until(async () =>
      ['completed', 'failed'].includes((await get(task)).body.status),
    );
    const { status } = (await get(task)).body;
    const events: Array<{
      body: { message: string; output?: { links?: object[] } };
    }> = (await get(`${task}/events`)).body;
    return {
      status: String(status),
      log: events.map(({ body }) => body.message).join('\n'),
      output: events.at(-1)?.body.output ?? {},
    };
  }

  /** An entity, once it is as wanted. */
  async function entity(
    path: string,
    isReady: (body: {
      metadata: { annotations: Record<string, string> };
    }) => boolean = () => true,
  ) {
    const asked = `/api/catalog/entities/by-name/${path}`;
    await until(async () => {
      const { status, body } = await get(asked);
      return status === 200 && isReady(body);
    });
  }

  for (const path of [
    'template/default/node-service',
    'template/default/golden-path-update',
    'group/default/loyalty',
    'system/default/purchase',
  ]) {
    await entity(path);
  }
  return {
    forge,
    scheduler,
    denied,
    get,
    post,
    ended,
    entity,
    gitUrl: (name: string) =>
      `http://${ACCOUNT.username}:${ACCOUNT.password}@${host}/shopkart/${name}.git`,
    async create(name: string) {
      const { body } = await post('/api/scaffolder/v2/tasks', {
        templateRef: TEMPLATE,
        values: {
          ...stockAnswers(),
          name,
          repoUrl: `${host}?owner=shopkart&repo=${name}`,
          pipeline: 'gitlab',
        },
      });
      return ended(body.id);
    },
    async stop() {
      await backend.stop();
      await forge.close();
    },
  };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_400; tries++) {
    if (await isTrue()) {
      return;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It took more than four minutes');
}

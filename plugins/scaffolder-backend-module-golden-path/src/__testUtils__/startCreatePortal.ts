import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import gitea from '@backstage/plugin-scaffolder-backend-module-gitea';
import type { JsonObject } from '@backstage/types';
import { LocalForge } from '@plimsoll/local-forge';
import openslo from '@plimsoll/plugin-catalog-backend-module-openslo';
import {
  type ServiceAnswers,
  STACK_FACTS,
  STACKS,
  type Stack,
} from '@plimsoll/plugin-golden-path-common';
import {
  shopKartPlatform,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import request from 'supertest';
import { scaffolderModuleGoldenPath as goldenPath } from '../module';
import { goldenPathTemplate } from './goldenPathTemplate';

const ORG = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: loyalty }
spec:
  type: team
  children: []
  profile: { email: loyalty@shopkart.example }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: purchase }
spec: { owner: loyalty }
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: session-api }
spec: { type: service, lifecycle: production, owner: loyalty }
`;

const ACCOUNT = { username: 'dev', password: 'only-here' };

/** How a task ended. */
export interface CreateResult {
  /** 'completed', 'failed', or the HTTP status of a form that was refused. */
  status: string;
  /** All that it said, a line each. */
  log: string;
  output: {
    links?: object[];
    text?: Array<{ title: string; content: string }>;
  };
  /** Milliseconds from its first word to its last. */
  milliseconds: number;
  /** Of a form that was refused. */
  errors: Array<{ property: string; message: string }>;
}

/** A scaffolder and a catalog, with the local forge beside them. */
export interface CreatePortal {
  /** Where its API is asked, without `/api`. */
  url: string;
  forge: LocalForge;
  /** Address with the account in it, as git takes it. */
  gitUrl(name: string): string;
  /** Sends the form of a stack, and waits until its task has ended. */
  create(
    options: { stack: Stack } & Record<string, unknown>,
  ): Promise<CreateResult>;
  /** Tries the form of a stack, and gives the files that it would make. */
  dryRun(
    options: { stack: Stack } & Record<string, unknown>,
  ): Promise<{ status: number; files: Record<string, string>; output: object }>;
  /** Names of all repositories of the forge. */
  repositories(): Promise<string[]>;
  /** The entity of a service, once the catalog has it. */
  entity(name: string): Promise<Record<string, unknown>>;
  /** How many tasks there ever were. */
  tasks(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts what "create service" needs: the real scaffolder with its stock
 * actions, the real catalog with the three templates, and the local forge.
 *
 * @param options.directory - empty folder
 * @param options.features - what the portal has besides
 * @param options.config - what it is told besides
 */
export async function startCreatePortal(options: {
  directory: string;
  features?: Parameters<typeof startTestBackend>[0]['features'];
  config?: JsonObject & { backend?: JsonObject };
}): Promise<CreatePortal> {
  const { directory, features = [], config = {} } = options;
  const forgeFolder = join(directory, 'forge');
  mkdirSync(forgeFolder, { recursive: true });
  const forge = await LocalForge.start({
    directory: forgeFolder,
    port: 0,
    ...ACCOUNT,
  });
  const { host } = new URL(forge.url);
  const org = join(directory, 'org.yaml');
  writeFileSync(org, ORG);
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      templateKind,
      openslo,
      scaffolderPlugin,
      gitea,
      goldenPath,
      ...features,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          app: { baseUrl: 'http://localhost:3000' },
          backend: { ...config.backend, baseUrl: 'http://localhost:0' },
          integrations: { gitea: [{ host, baseUrl: forge.url, ...ACCOUNT }] },
          goldenPath: { platform: { ...shopKartPlatform } },
          catalog: {
            rules: [{ allow: ['Component', 'Location', 'SLI', 'SLO'] }],
            locations: [
              {
                type: 'file',
                target: org,
                rules: [{ allow: ['Group', 'System'] }],
              },
              ...STACKS.map(stack => ({
                type: 'file',
                target: goldenPathTemplate(stack).file,
                rules: [{ allow: ['Template'] }],
              })),
            ],
          },
        },
      }),
    ],
  });
  const { server } = backend;
  const get = (path: string) => request(server).get(path);
  for (const ref of [
    ...STACKS.map(stack => `template/default/${STACK_FACTS[stack].template}`),
    'group/default/loyalty',
    'system/default/purchase',
    'component/default/session-api',
  ]) {
    const path = `/api/catalog/entities/by-name/${ref}`;
    await until(async () => (await get(path)).status === 200);
  }
  return {
    url: `http://localhost:${server.port()}`,
    forge,
    gitUrl: name =>
      `http://${ACCOUNT.username}:${ACCOUNT.password}@${host}/shopkart/${name}.git`,
    async create({ stack, ...answers }) {
      const created = await request(server)
        .post('/api/scaffolder/v2/tasks')
        .send({
          templateRef: `template:default/${STACK_FACTS[stack].template}`,
          values: valuesOf({ stack, answers, host }),
        });
      if (created.status !== 201) {
        return {
          status: String(created.status),
          log: '',
          output: {},
          milliseconds: 0,
          errors: created.body.errors ?? [],
        };
      }
      const task = `/api/scaffolder/v2/tasks/${created.body.id}`;
      await until(async () =>
        ['completed', 'failed'].includes((await get(task)).body.status),
      );
      const { status } = (await get(task)).body;
      const events: Array<{
        createdAt: string;
        body: { message: string; output?: CreateResult['output'] };
      }> = (await get(`${task}/events`)).body;
      const times = events.map(event => Date.parse(event.createdAt));
      return {
        status,
        log: events.map(({ body }) => body.message).join('\n'),
        output: events.at(-1)?.body.output ?? {},
        milliseconds: times[times.length - 1] - times[0],
        errors: [],
      };
    },
    async dryRun({ stack, ...answers }) {
      const { entity, file } = goldenPathTemplate(stack);
      const { status, body } = await request(server)
        .post('/api/scaffolder/v2/dry-run')
        .send({
          template: entity,
          values: valuesOf({ stack, answers, host }),
          directoryContents: filesBelow(join(dirname(file), 'layers')).map(
            path => ({
              path: relative(dirname(file), path),
              base64Content: readFileSync(path, 'base64'),
            }),
          ),
        });
      const contents: Array<{ path: string; base64Content: string }> =
        body.directoryContents ?? [];
      return {
        status,
        output: body.output,
        files: Object.fromEntries(
          contents.map(({ path, base64Content }) => [
            path,
            Buffer.from(base64Content, 'base64').toString('utf8'),
          ]),
        ),
      };
    },
    async repositories() {
      const page = await (await fetch(`${forge.url}/`)).text();
      return [...page.matchAll(/href="\/shopkart\/([^"/]+)"/g)].map(
        ([, name]) => name,
      );
    },
    async entity(name) {
      const path = `/api/catalog/entities/by-name/component/default/${name}`;
      await until(async () => (await get(path)).status === 200);
      return (await get(path)).body;
    },
    async tasks() {
      return (await get('/api/scaffolder/v2/tasks')).body.totalTasks;
    },
    async stop() {
      await backend.stop();
      await forge.close();
    },
  };
}

function valuesOf(options: {
  stack: Stack;
  answers: Record<string, unknown>;
  host: string;
}): Record<string, unknown> {
  const { stack, answers, host } = options;
  const name = answers.name ?? stockAnswers().name;
  return {
    ...formValues(stack),
    repoUrl: `${host}?owner=shopkart&repo=${name}`,
    ...answers,
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

/** What the form sends that somebody fills in with as little as he can. */
function formValues(stack: Stack): Partial<ServiceAnswers> {
  const { parameters } = goldenPathTemplate(stack).entity.spec;
  const defaults = parameters.flatMap(({ properties }) =>
    Object.entries(properties)
      .filter(([, property]) => 'default' in property)
      .map(([name, property]) => [name, property.default]),
  );
  const { email: _, repoUrl: __, ...typed } = stockAnswers();
  return { ...Object.fromEntries(defaults), ...typed };
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

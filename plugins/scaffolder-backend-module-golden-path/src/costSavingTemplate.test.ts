import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { LocalForge } from '@plimsoll/local-forge';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import { scaffolderModuleGoldenPath as goldenPath } from './module';

const TEMPLATE = resolve(
  __dirname,
  '../../../templates/cost-saving/template.yaml',
);
const ACCOUNT = { username: 'dev', password: 'dev' };
const VALUES = '# ours\nresources:\n  requests:\n    cpu: "500m" # p95\n';
const values = {
  entityRef: 'component:default/checkout',
  title: 'Right-size checkout',
  savingId: 'right-size-1',
  valuesFile: 'deploy/values.yaml',
  changes: [{ path: 'resources.requests.cpu', yaml: '212m', now: '500m' }],
};

describe('the template cost-saving', () => {
  const server = setupServer();
  // the portal under test is asked for real
  beforeAll(() => server.listen({ onUnhandledRequest: 'bypass' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  const folder = createMockDirectory();
  const repositories = createMockDirectory();
  let forge: LocalForge;
  beforeEach(async () => {
    repositories.clear();
    forge = await LocalForge.start({
      directory: repositories.path,
      port: 0,
      ...ACCOUNT,
    });
  });
  afterEach(() => forge.close());

  /** Asks the forge as its account. */
  async function ask(method: string, path: string, body?: object) {
    const basic = Buffer.from(`${ACCOUNT.username}:${ACCOUNT.password}`);
    const response = await fetch(`${forge.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Basic ${basic.toString('base64')}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  async function start(sourceLocation: string) {
    const { host } = new URL(forge.url);
    folder.setContent({
      'checkout.yaml': [
        'apiVersion: backstage.io/v1alpha1',
        'kind: Component',
        'metadata:',
        '  name: checkout',
        '  annotations:',
        `    backstage.io/source-location: ${sourceLocation}`,
        'spec: { type: service, owner: platform, lifecycle: production }',
        '',
      ].join('\n'),
    });
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        templateKind,
        scaffolderPlugin,
        goldenPath,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost' },
            backend: {
              baseUrl: 'http://localhost:0',
              reading: { allow: [{ host }] },
            },
            integrations: {
              gitea: [{ host, baseUrl: forge.url, ...ACCOUNT }],
            },
            catalog: {
              locations: [
                { type: 'file', target: folder.resolve('checkout.yaml') },
                {
                  type: 'file',
                  target: TEMPLATE,
                  rules: [{ allow: ['Template'] }],
                },
              ],
            },
          },
        }),
      ],
    });
    return backend;
  }

  /** Runs it, and answers how it ended. */
  async function run(
    { server: portal }: Awaited<ReturnType<typeof start>>,
    input: object = values,
  ) {
    const parameters =
      '/api/scaffolder/v2/templates/default/template/cost-saving/parameter-schema';
    await until(
      async () => (await request(portal).get(parameters)).status === 200,
    );
    const created = await request(portal)
      .post('/api/scaffolder/v2/tasks')
      .send({ templateRef: 'template:default/cost-saving', values: input });
    if (created.status !== 201) {
      return { status: String(created.status), log: '', output: created.body };
    }
    const task = `/api/scaffolder/v2/tasks/${created.body.id}`;
    await until(async () => {
      const { status } = (await request(portal).get(task)).body;
      return status === 'completed' || status === 'failed';
    });
    const { body } = await request(portal).get(task);
    const events: Array<{
      body: { message: string; output?: { text?: object[]; links?: object[] } };
    }> = (await request(portal).get(`${task}/events`)).body;
    return {
      status: String(body.status),
      log: events.map(event => event.body.message).join('\n'),
      output: events.at(-1)?.body.output ?? {},
    };
  }

  it('ends with the change and with what was not done, where there is no repository', async () => {
    const backend = await start('file:/somewhere/');
    const { status, log, output } = await run(backend);
    expect([status, log]).toEqual(['completed', expect.anything()]);
    expect(log).toContain('+    cpu: 212m');
    expect(output.text).toEqual([
      {
        title: 'The change',
        content: expect.stringContaining('-    cpu: 500m\n+    cpu: 212m\n'),
      },
      {
        title: 'What was not done',
        content: expect.stringContaining(
          'the saving is still open: checkout has no repository in the catalog',
        ),
      },
    ]);
    expect(output.links).toEqual([
      expect.objectContaining({ title: 'The service' }),
    ]);
    await backend.stop();
  });

  it('opens a pull request on a forge and says that the saving is open', async () => {
    await ask('POST', '/orgs/shop/repos', { name: 'checkout' });
    const file = '/repos/shop/checkout/contents/deploy/values.yaml';
    await ask('PUT', file, { content: Buffer.from(VALUES).toString('base64') });
    const valuesOn = async (branch: string) => {
      const ref = encodeURIComponent(branch);
      const { content } = await ask('GET', `${file}?ref=${ref}`);
      return Buffer.from(content, 'base64').toString();
    };
    const backend = await start(
      `url:${forge.url}/shop/checkout/src/branch/main/`,
    );
    let noted = 0;
    server.use(
      http.post('*/api/cost/savings/right-size-1/applied', () => {
        noted += 1;
        return HttpResponse.json({ currency: 'USD', realisable: '38.20' });
      }),
    );
    const changed = VALUES.replace('500m', '212m');
    const { status, log, output } = await run(backend);
    expect([status, log]).toEqual(['completed', expect.anything()]);
    expect(await valuesOn('plimsoll/right-size-1')).toBe(changed);
    expect(await valuesOn('main')).toBe(VALUES);
    expect(noted).toBe(1);
    expect(output.links).toEqual([
      { title: 'Pull request', url: `${forge.url}/shop/checkout/pulls/1` },
      expect.objectContaining({ title: 'The service' }),
    ]);
    expect(output.text).toHaveLength(1);

    // run again: brings the same pull request up to date
    expect((await run(backend)).output).toEqual(output);
    const [pull, ...others] = await ask('GET', '/repos/shop/checkout/pulls');
    expect([pull.title, others]).toEqual(['Right-size checkout', []]);
    await ask('POST', '/repos/shop/checkout/pulls/1/merge');
    expect(await valuesOn('main')).toBe(changed);
    expect(noted).toBe(2);

    // what is there already needs no pull request
    const again = await run(backend, {
      ...values,
      changes: [{ path: 'resources.requests.cpu', yaml: '212m' }],
    });
    expect(again.status).toBe('completed');
    expect(again.output.text).toEqual([
      expect.objectContaining({ title: 'Nothing to change' }),
    ]);
    expect(noted).toBe(2);
    await backend.stop();
  });

  it('refuses what is no path, file or repository before anything is done', async () => {
    const backend = await start('file:/somewhere/');
    for (const wrong of [
      { valuesFile: '../../etc/passwd' },
      { valuesFile: 'values.yaml\n' },
      { changes: [] },
      { title: 'a\nb' },
      { savingId: "'; drop" },
      { repoUrl: 'https://github.com/a/b' },
    ]) {
      expect((await run(backend, { ...values, ...wrong })).status).toBe('400');
    }
    await backend.stop();
  });

  it('is what savings are sent to', async () => {
    const [result] = [
      ...parseEntityYaml(await readFile(TEMPLATE), {
        type: 'file',
        target: TEMPLATE,
      }),
    ];
    expect(result).toMatchObject({
      type: 'entity',
      entity: { kind: 'Template', metadata: { name: 'cost-saving' } },
    });
  });
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2_400; tries++) {
    if (await isTrue()) {
      return;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It took more than four minutes');
}

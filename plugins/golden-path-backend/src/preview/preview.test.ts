import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import templateKind from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { estimateCost } from '@plimsoll/plugin-cost-common';
import type { ServicePreview } from '@plimsoll/plugin-golden-path-common';
import {
  shopKartPlatform,
  stockAnswers,
} from '@plimsoll/plugin-golden-path-common/testUtils';
import goldenPathActions from '@plimsoll/plugin-scaffolder-backend-module-golden-path';
import express from 'express';
import request from 'supertest';
import { createGoldenPathPlugin } from '../plugin';

const TEMPLATES = resolve(__dirname, '../../../../templates/golden-path');

const ORG = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: loyalty }
spec:
  type: team
  children: []
  profile: { email: loyalty@shopkart.example }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: mute }
spec: { type: team, children: [] }
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

/** What the catalog has read before anything is asked. */
const EXPECTED = [
  'template/default/fastapi-service',
  'template/default/spring-boot-service',
  'template/default/node-service',
  'group/default/loyalty',
  'group/default/mute',
  'system/default/purchase',
  'component/default/session-api',
];

const RATE_CARD = {
  title: "ShopKart's prices",
  asOf: '2026-11-01',
  currency: 'USD',
  items: [
    { name: 'alb', title: 'ALB', unitPrice: '16.20', category: 'network' },
    { name: 'node', title: 'Node', unitPrice: '31.60', category: 'compute' },
  ],
  sets: { 'fastapi-redis': { node: 3, alb: 1 } },
} as const;

/** What the preview asks of cost, by the arithmetic of cost itself. */
const cost = createBackendPlugin({
  pluginId: 'cost',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.post('/estimate', express.json(), (req, res) => {
          res.json(estimateCost({ rateCard: RATE_CARD, request: req.body }));
        });
        httpRouter.use(router);
      },
    });
  },
});

/** One service with an objective; no other is known. */
const slo = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    env.registerInit({
      deps: { httpRouter: coreServices.httpRouter },
      async init({ httpRouter }) {
        const router = express.Router();
        router.get('/objectives', (req, res) => {
          const isKnown =
            req.query.entityRef === 'component:default/session-api';
          res.json({
            items: isKnown
              ? [
                  {
                    ref: 'slo:default/session-api-availability',
                    objective: 'objective-1',
                    displayName: 'Availability',
                    target: 0.999,
                  },
                  {
                    ref: 'slo:default/session-api-latency',
                    objective: 'objective-1',
                    displayName: 'Latency',
                    target: 0.95,
                  },
                ]
              : [],
            totalItems: 0,
            pageInfo: {},
          });
        });
        httpRouter.use(router);
      },
    });
  },
});

describe('POST /preview', () => {
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const directory = mkdtempSync(join(tmpdir(), 'preview-'));

  beforeAll(async () => {
    const org = join(directory, 'org.yaml');
    writeFileSync(org, ORG);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        templateKind,
        scaffolderPlugin,
        goldenPathActions,
        createGoldenPathPlugin({ validateResponses: true }),
        cost,
        slo,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:0' },
            integrations: { github: [{ host: 'github.com' }] },
            goldenPath: { platform: { ...shopKartPlatform } },
            catalog: {
              rules: [{ allow: ['Component', 'Location'] }],
              locations: [
                {
                  type: 'file',
                  target: org,
                  rules: [{ allow: ['Group', 'System'] }],
                },
                ...['fastapi', 'spring-boot', 'node'].map(stack => ({
                  type: 'file',
                  target: join(TEMPLATES, `${stack}-service.yaml`),
                  rules: [{ allow: ['Template'] }],
                })),
              ],
            },
          },
        }),
      ],
    });
    const { server } = backend;
    await until(async () => {
      const known = await Promise.all(
        EXPECTED.map(ref => isInCatalog(server, ref)),
      );
      return known.every(Boolean);
    });
  }, 120_000);

  afterAll(async () => {
    await backend.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const preview = async (
    answers: Record<string, unknown>,
    stack = 'fastapi',
  ): Promise<ServicePreview> => {
    const { status, body } = await request(backend.server)
      .post('/api/golden-path/preview')
      .set('authorization', mockCredentials.user.header())
      .send({ template: `template:default/${stack}-service`, answers });
    expect([status, body.error]).toEqual([200, undefined]);
    return body;
  };

  it('shows what the answers make: files, documents, numbers and cost', async () => {
    const shown = await preview({
      ...stockAnswers(),
      availability: 99.95,
      dependsOn: ['component:default/session-api'],
    });
    expect(shown).toMatchObject({
      findings: [],
      placeholders: [],
      service: {
        name: 'gift-cards',
        promise: { availability: { percent: 99.95, budgetMinutes: 21.6 } },
        alerts: { slackChannel: '#loyalty', email: 'loyalty@shopkart.example' },
        repositoryUrl: 'https://github.com/shopkart/gift-cards',
      },
      dependencies: [{ ref: 'component:default/session-api', target: 0.999 }],
      estimate: {
        monthly: '111.00',
        currency: 'USD',
        rateCard: { title: "ShopKart's prices", asOf: '2026-11-01' },
        shared: { monthly: '94.80', items: ['ALB'] },
      },
    });
    const { files, documents } = shown;
    expect(files.length).toBeGreaterThan(150);
    const [objectives] = documents.objectives;
    expect(objectives.path).toBe('slo/objectives.yaml');
    expect(objectives.text).toContain('target: 0.9995');
    expect(documents.alerts.map(({ path }) => path)).toEqual([
      'chart/alerts/service.yaml',
      'chart/alerts/slo.yaml',
    ]);
    expect(fileOf(shown, 'slo/objectives.yaml')).toMatchObject({
      size: Buffer.byteLength(objectives.text),
      note: { kind: 'objectives', availabilityPercent: 99.95, p95Ms: 500 },
    });
  });

  it('marks what another promise would change, and nothing else', async () => {
    const files = new Map(
      (await preview(stockAnswers())).files.map(file => [
        file.path,
        file.followsPromise,
      ]),
    );
    for (const path of [
      'slo/objectives.yaml',
      'chart/alerts/slo.yaml',
      'load-test/promise.ts',
    ]) {
      expect([path, files.get(path)]).toEqual([path, true]);
    }
    for (const path of [
      'Dockerfile',
      'catalog-info.yaml',
      '.plimsoll/lock.yaml',
    ]) {
      expect([path, files.get(path)]).toEqual([path, false]);
    }
  });

  it.each([
    [
      'node',
      { missing: 'unanswered', message: expect.stringContaining('no set') },
    ],
    ['spring-boot', { missing: 'no-set' }],
  ])('shows %s, too, and why it has no estimate', async (stack, estimate) => {
    const shown = await preview(stockAnswers(), stack);
    expect(shown.findings).toEqual([]);
    const tests = shown.files.filter(({ note }) => note?.kind === 'tests');
    expect(tests.length).toBeGreaterThan(2);
    expect(shown.estimate).toMatchObject(estimate);
  });

  it('puts placeholders where nothing is answered yet, and says so', async () => {
    const shown = await preview({ name: 'gift-cards' });
    expect(shown.findings).toEqual([]);
    expect(shown.placeholders).toEqual([
      'description',
      'owner',
      'repoUrl',
      'system',
    ]);
    expect(shown.service).toMatchObject({
      name: 'gift-cards',
      repositoryUrl: 'https://github.com/organisation/gift-cards',
    });
    expect(shown.files.length).toBeGreaterThan(150);
    const nothing = await preview({});
    expect(nothing.placeholders).toContain('name');
    expect(nothing.service?.name).toBe('new-service');
  });

  it('names the field of every hostile answer, and never renders one', async () => {
    const hostile = {
      ...stockAnswers(),
      name: '../../etc',
      description: 'a {{ "b" }} ${{ secrets.token }}',
      owner: 'group:default/loyalty\nadmin: true',
      slackChannel: '#ops"\n- x: y',
      email: `${'a'.repeat(10_000)}@shopkart.example`,
      repoUrl: 'github.com?owner=..&repo=..',
      availability: '99.9; rm -rf /',
      latencyP95Ms: 2000,
      latencyP99Ms: 400,
    };
    const shown = await preview(hostile);
    const wrong = [
      'availability',
      'description',
      'email',
      'latencyP99Ms',
      'name',
      'owner',
      'repoUrl',
      'slackChannel',
    ];
    expect(
      [...new Set(shown.findings.map(({ field }) => field))].sort(),
    ).toEqual(wrong);
    expect(shown.placeholders).toEqual(expect.arrayContaining(wrong));
    expect(JSON.stringify(shown.documents)).not.toMatch(/etc|secrets|rm -rf/);
    expect(shown.service).toMatchObject({
      name: 'new-service',
      promise: { availability: { percent: 99.9 } },
    });
  });

  it('judges answers beside each other, and shows the nearest that can be', async () => {
    const shown = await preview({
      ...stockAnswers(),
      latencyP95Ms: 2000,
      latencyP99Ms: 1000,
      minReplicas: 20,
      maxReplicas: 5,
    });
    expect(shown.findings).toEqual([
      { field: 'latencyP99Ms', message: 'must be at least latencyP95Ms, 2000' },
      { field: 'maxReplicas', message: 'must be at least minReplicas, 20' },
    ]);
    expect(shown.service?.promise.latency.p99.ms).toBe(2000);
    expect(fileOf(shown, 'chart/values.yaml').note).toMatchObject({
      minReplicas: 20,
      maxReplicas: 20,
    });
  });

  it('says who has a name already, and shows it all the same', async () => {
    const answers = { ...stockAnswers(), name: 'session-api' };
    const shown = await preview(answers);
    const findings = [
      {
        field: 'name',
        message:
          'the catalog has a service of this name already, which belongs to group:default/loyalty; choose another name',
      },
    ];
    expect(shown).toMatchObject({
      findings,
      placeholders: [],
      service: { name: 'session-api' },
    });
    const { body } = await request(backend.server)
      .post('/api/golden-path/findings')
      .set('authorization', mockCredentials.user.header())
      .send({ answers });
    expect(body).toEqual({ findings });
  });

  it('says what the catalog and the template refuse', async () => {
    const { findings } = await preview({
      ...stockAnswers(),
      owner: 'group:default/nobody',
      dependsOn: ['component:default/session-api', 'component:default/gone'],
    });
    expect(findings.map(({ field }) => field)).toEqual([
      'owner',
      'dependsOn.1',
    ]);
    // no address in the catalog: only the plan knows
    const mute = await preview({
      ...stockAnswers({ email: '' }),
      owner: 'group:default/mute',
    });
    expect(mute.findings).toEqual([
      {
        field: 'email',
        message: expect.stringContaining('group:default/mute has no e-mail'),
      },
    ]);
    expect(mute.files.length).toBeGreaterThan(150);
  });

  it('refuses what is no template, no answers, or too much', async () => {
    const post = (body: object) =>
      request(backend.server)
        .post('/api/golden-path/preview')
        .set('authorization', mockCredentials.user.header())
        .send(body);
    const statuses = [
      await post({ template: 'template:default/gone', answers: {} }),
      await post({ template: 'component:default/session-api', answers: {} }),
      await post({ template: 'template:default/node-service' }),
      await post({ template: 'template:default/node-service', answers: [] }),
      await post({
        template: 'template:default/node-service',
        answers: { description: 'x'.repeat(200_000) },
      }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 400, 400, 400, 400]);
    const unsigned = await request(backend.server)
      .post('/api/golden-path/preview')
      .set('authorization', mockCredentials.none.header())
      .send({ template: 'template:default/node-service', answers: {} });
    expect(unsigned.status).toBe(401);
  });

  it('renders the same answers once, whoever asks meanwhile', async () => {
    const answers = { ...stockAnswers(), availability: 98.76 };
    const all = await Promise.all(
      Array.from({ length: 12 }, () => preview(answers)),
    );
    expect(new Set(all.map(shown => JSON.stringify(shown))).size).toBe(1);
  });
});

function fileOf(shown: ServicePreview, path: string) {
  const file = shown.files.find(candidate => candidate.path === path);
  if (!file) {
    throw new Error(`The preview has no ${path}`);
  }
  return file;
}

async function isInCatalog(
  server: Parameters<typeof request>[0],
  ref: string,
): Promise<boolean> {
  const { status } = await request(server).get(
    `/api/catalog/entities/by-name/${ref}`,
  );
  return status === 200;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await isTrue()) {
      return;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('It took more than two minutes');
}

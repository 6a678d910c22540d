import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { ReadUrlResponseFactory } from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import express, { Router } from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { createGoldenPathPlugin } from '../../plugin';
import {
  cost,
  deployment,
  giftCards,
  loadedRules,
  loyalty,
  objective,
  REF,
  report,
} from './giftCards';

type Features = Parameters<typeof startTestBackend>[0]['features'];

/** What the other plugins answer; a number is the status of a refusal. */
export interface OtherAnswers {
  objectives: unknown;
  check: unknown;
  rules: unknown;
  deployments: unknown;
  cost: unknown;
}

const page = (items: unknown[]) => ({
  items,
  totalItems: items.length,
  pageInfo: {},
});

/** Everything of a service that is wired. */
export function wiredAnswers(): OtherAnswers {
  return {
    objectives: page([objective()]),
    check: report(),
    rules: loadedRules(),
    deployments: page([deployment()]),
    cost: cost(),
  };
}

/** An Alertmanager: its routes, its counts, and what it was sent. */
export interface FakeAlertmanager {
  url: string;
  config: string;
  metrics: string;
  sent: Array<Array<{ labels: Record<string, string> }>>;
  /** Status of all answers while set. */
  refusal?: number;
  stop(): Promise<void>;
}

/** Routes of the templates, for one service. */
export const ROUTES = `
route:
  receiver: nobody
  routes:
    - matchers: ['service=~"gift-cards|component:default/gift-cards"']
      receiver: gift-cards-chat
      routes:
        - matchers: ['severity=~"critical|page"']
          receiver: gift-cards-pager
receivers:
  - name: nobody
  - name: gift-cards-chat
    slack_configs: [{ channel: '#loyalty' }]
  - name: gift-cards-pager
    pagerduty_configs: [{ routing_key: <secret> }]
`;

/** Starts one on a free port. */
export async function startAlertmanager(): Promise<FakeAlertmanager> {
  const app = express();
  app.use(express.json());
  const server = createServer(app);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const fake: FakeAlertmanager = {
    url: `http://127.0.0.1:${port}`,
    config: ROUTES,
    metrics: '',
    sent: [],
    stop: () => new Promise(done => server.close(() => done())),
  };
  app.use((_, res, next) =>
    fake.refusal === undefined ? next() : res.sendStatus(fake.refusal),
  );
  app.get('/api/v2/status', (_, res) =>
    res.json({ config: { original: fake.config } }),
  );
  app.get('/metrics', (_, res) => res.type('text').send(fake.metrics));
  app.post('/api/v2/alerts', (req, res) => {
    fake.sent.push(req.body);
    res.sendStatus(200);
  });
  return fake;
}

/** @see startWiring */
export type Runbook =
  | string
  | Error
  | ((signal: AbortSignal | undefined) => Readable | Promise<Readable>);

/** The plugin, with a catalog and with others that answer as they are told. */
export async function startWiring(options: {
  knex: Knex;
  entities?: Entity[];
  answers?: Partial<OtherAnswers>;
  alertmanager?: FakeAlertmanager;
  /** Text of the runbook, or why it cannot be read, or how it is read. */
  runbook?: Runbook;
  features?: Features;
}) {
  const { knex, alertmanager, features = [] } = options;
  const { entities = [giftCards(), loyalty()], runbook = '# R\n\n## A\n' } =
    options;
  const answers = { ...wiredAnswers(), ...options.answers };
  const catalog = catalogServiceMock({ entities });
  const { server } = await startTestBackend({
    features: [
      createGoldenPathPlugin({ validateResponses: true }),
      otherPlugins(answers),
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      readerOf(runbook),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          ...(alertmanager && {
            goldenPath: { alertmanager: { url: alertmanager.url } },
          }),
        },
      }),
      ...features,
    ].flat(),
  });
  const path = `/api/golden-path/wiring/${REF.replace(':', '/')}`;
  return {
    server,
    answers,
    catalog,
    path,
    get: () => request(server).get(path),
    check: () => request(server).post(`${path}/check`),
    test: (severity: string) =>
      request(server).post(`${path}/test-alert`).send({ severity }),
  };
}

/** Answers of the three plugins that are asked. */
function otherPlugins(answers: OtherAnswers) {
  const paths: Array<[string, string, keyof OtherAnswers]> = [
    ['slo', '/objectives', 'objectives'],
    ['slo', '/check', 'check'],
    ['slo', '/loaded-rules', 'rules'],
    ['stability', '/deployments', 'deployments'],
    ['cost', '/services/:kind/:namespace/:name', 'cost'],
  ];
  return ['slo', 'stability', 'cost'].map(pluginId =>
    createBackendPlugin({
      pluginId,
      register(env) {
        env.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          async init({ httpRouter }) {
            const router = Router();
            for (const [plugin, path, key] of paths) {
              if (plugin === pluginId) {
                router.get(path, (_, res) => {
                  const answer = answers[key];
                  if (typeof answer === 'number') {
                    res.status(answer).json({
                      error: {
                        name: answer === 404 ? 'NotFoundError' : 'Error',
                        message: 'http://10.0.0.7:80/x is not there now',
                      },
                      request: { method: 'GET', url: path },
                      response: { statusCode: answer },
                    });
                  } else {
                    res.json(answer);
                  }
                });
              }
            }
            httpRouter.use(router);
          },
        });
      },
    }),
  );
}

function readerOf(runbook: Runbook) {
  return mockServices.urlReader.mock({
    readUrl: async (_, { signal } = {}) => {
      if (runbook instanceof Error) {
        throw runbook;
      }
      const stream =
        typeof runbook === 'string'
          ? Readable.from([Buffer.from(runbook)])
          : await runbook(signal);
      return ReadUrlResponseFactory.fromReadable(stream);
    },
  }).factory;
}

import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  type CostSourceFactory,
  costSourcesExtensionPoint,
} from '@plimsoll/plugin-cost-node';
import { readdirSync } from 'node:fs';
import { BillWriter } from './cost/delivery/BillWriter';
import { costModule } from './costModule';

/** What a bill says of itself once it was read. */
const QUALITY = {
  deliveries: [
    { source: 'bill', delivery: 'BILLING_PERIOD=2026-10', state: 'read' },
  ],
  conservation: [],
};

describe('costModule', () => {
  const directory = createMockDirectory();
  const factories: CostSourceFactory[] = [];
  const budgeted: string[] = [];
  const plugin = createBackendPlugin({
    pluginId: 'cost',
    register(env) {
      env.registerExtensionPoint(costSourcesExtensionPoint, {
        addFactory: factory => factories.push(factory),
      });
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        async init({ http }) {
          http.use((request, response) => {
            if (request.method === 'PUT') {
              budgeted.push(decodeURIComponent(request.path));
            }
            response.json(request.path === '/quality' ? QUALITY : {});
          });
        },
      });
    },
  });

  const start = () =>
    startTestBackend({
      features: [
        plugin,
        costModule,
        mockServices.rootConfig.factory({
          data: {
            cost: {
              sources: {
                bill: {
                  type: 'demo-bill',
                  directory: directory.resolve('bill'),
                },
              },
            },
          },
        }),
      ],
    });

  it('brings the sources of the demo, and writes the bill of a year', async () => {
    const backend = await start();
    expect(factories.map(({ type }) => type)).toEqual([
      'demo-cluster',
      'demo-use',
    ]);
    const kinds = factories.map(factory =>
      factory.create({
        name: 'demo',
        config: mockServices.rootConfig(),
      }),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['cluster', 'use']);
    for (;;) {
      const written = directory.content() as { bill?: object };
      if (Object.keys(written.bill ?? {}).length === 13) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    expect(readdirSync(directory.resolve('bill'))[0]).toMatch(
      /^BILLING_PERIOD=\d{4}-\d{2}$/,
    );
    await backend.stop();
  });

  it('agrees upon budgets also where the bill was written before', async () => {
    await BillWriter.create({
      directory: directory.resolve('bill'),
      logger: mockServices.logger.mock(),
      waitUntilRead: async () => {},
    }).writeDue(new AbortController().signal);
    budgeted.length = 0;
    const backend = await start();
    for (let tries = 0; tries < 2_000 && budgeted.length < 4; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await backend.stop();
    expect(budgeted).toEqual(
      ['checkout', 'storefront', 'search', 'session-api'].map(
        name => `/services/component/default/${name}/budget`,
      ),
    );
  });

  it('refuses to make up a bill in production', async () => {
    const before = process.env.NODE_ENV;
    process.env = { ...process.env, NODE_ENV: 'production' };
    try {
      await expect(start()).rejects.toThrow(
        /a made-up bill is refused in production/,
      );
    } finally {
      process.env = { ...process.env, NODE_ENV: before };
    }
  });
});

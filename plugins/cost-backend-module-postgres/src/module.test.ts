import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  type CostSourceFactory,
  costSourcesExtensionPoint,
} from '@plimsoll/plugin-cost-node';
import module from './index';

/** The factory that a cost backend with this module has. */
async function start() {
  const factories: CostSourceFactory[] = [];
  const cost = createBackendPlugin({
    pluginId: 'cost',
    register(env) {
      env.registerExtensionPoint(costSourcesExtensionPoint, {
        addFactory: factory => factories.push(factory),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [cost, module, mockServices.rootConfig.factory({ data: {} })],
  });
  return { factories, backend };
}

describe('postgresBillModule', () => {
  it('brings the type postgres, and asks nobody until it is read', async () => {
    const { factories, backend } = await start();
    expect(factories.map(({ type }) => type)).toEqual(['postgres']);
    const made = factories[0].create({
      name: 'lake',
      config: new ConfigReader({
        connection: 'postgresql://nobody@127.0.0.1:1/none',
        table: 'finops.focus',
        settleDays: 2,
        timeout: '30s',
      }),
    });

    expect(made).toMatchObject({
      kind: 'bill',
      source: { name: 'lake', settleDays: 2 },
    });
    await backend.stop();
  });

  it.each([[{ table: 'focus' }], [{ connection: { host: 'db' } }]])(
    'says what is missing of %j',
    async config => {
      const { factories, backend } = await start();
      expect(() =>
        factories[0].create({ name: 'lake', config: new ConfigReader(config) }),
      ).toThrow("cost.sources.lake needs 'connection'");
      await backend.stop();
    },
  );
});

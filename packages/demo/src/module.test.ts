import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  type MetricsSourceFactory,
  metricsSourcesExtensionPoint,
} from '@plimsoll/plugin-slo-node';
import demo from './index';

describe('demoModule', () => {
  it('brings the type demo to the SLO backend, and nothing else', async () => {
    const factories: MetricsSourceFactory[] = [];
    const addSource = jest.fn();
    const slo = createBackendPlugin({
      pluginId: 'slo',
      register(env) {
        env.registerExtensionPoint(metricsSourcesExtensionPoint, {
          addFactory: factory => factories.push(factory),
          addSource,
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    const backend = await startTestBackend({ features: [slo, demo] });
    expect(factories.map(({ type }) => type)).toEqual(['demo']);
    expect(addSource).not.toHaveBeenCalled();
    await backend.stop();
  });
});

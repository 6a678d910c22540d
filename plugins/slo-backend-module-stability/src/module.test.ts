import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type MetricsSource,
  metricsSourcesExtensionPoint,
} from '@plimsoll/plugin-slo-node';
import { failedDeployments } from './__fixtures__/objectives';
import module from './index';

/** Backends of a test answer their own plugins here. */
async function start(stability: object = {}) {
  const added: Array<{ name: string; type: string; source: MetricsSource }> =
    [];
  const slo = createBackendPlugin({
    pluginId: 'slo',
    register(env) {
      env.registerExtensionPoint(metricsSourcesExtensionPoint, {
        addFactory: () => {},
        addSource: source => added.push(source),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [
      slo,
      module,
      mockServices.rootConfig.factory({ data: { stability } as {} }),
    ],
  });
  return { added, backend };
}

describe('stabilitySourceModule', () => {
  it('brings the source stability, whose type keeps it from being evidence', async () => {
    const { added, backend } = await start();
    expect(added.map(({ name, type }) => [name, type])).toEqual([
      ['stability', 'stability'],
    ]);
    expect(added[0].source.demo).toBe(false);
    expect(added[0].source.validate(failedDeployments())).toEqual([]);
    await backend.stop();
  });

  it('says that made-up deployments are made up', async () => {
    const { added, backend } = await start({ demo: true });
    expect(added[0].source.demo).toBe(true);
    await backend.stop();
  });

  it('throws where the stability plugin is not installed', async () => {
    const { added, backend } = await start();
    await expect(
      added[0].source.readBuckets({
        objectives: [failedDeployments()],
        from: 0,
        to: 300,
        step: 300,
      }),
    ).rejects.toThrow(/404/);
    await backend.stop();
  });
});

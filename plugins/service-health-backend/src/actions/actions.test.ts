import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { refOf, sloSummary } from '../__testUtils__/summaries';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createHealthWorld,
  serviceOf,
} from '../service/__testUtils__/healthWorld';
import { impactSources } from '../service/__testUtils__/impactSources';
import {
  createDeploymentImpactAction,
  createListServicesAction,
} from './index';

const databases = createTestDatabases();

async function setUp() {
  const world = await createHealthWorld({
    databases,
    id: 'SQLITE_3',
    services: [serviceOf({ name: 'checkout' }), serviceOf({ name: 'idle' })],
    sources: impactSources().sources,
  });
  world.slo.set(
    sloSummary({ name: 'checkout', state: 'burning', remaining: 0.2 }),
  );
  await world.pull();
  const actionsRegistry = actionsRegistryServiceMock();
  const options = { actionsRegistry, health: world.health };
  createListServicesAction(options);
  createDeploymentImpactAction(options);
  const invoke = async (name: string, input: object) => {
    const { output } = await actionsRegistry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials: mockCredentials.user(),
    });
    return output;
  };
  return { actionsRegistry, invoke };
}

describe('actions', () => {
  it('say that they only read', async () => {
    const { actionsRegistry } = await setUp();
    const { actions } = await actionsRegistry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'deployment-impact',
      'list-services',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('list services, without what only pages draw', async () => {
    const { invoke } = await setUp();
    const output = (await invoke('list-services', {})) as {
      services: Array<{ reliability: { worst?: object } }>;
    };
    expect(output).toMatchObject({
      totalServices: 2,
      services: [
        {
          entityRef: refOf('checkout'),
          reliability: { worst: { state: 'burning' } },
        },
        { entityRef: refOf('idle'), reliability: { objectives: 0 } },
      ],
      lenses: { reliability: { state: 'ok' } },
    });
    expect(output.services[0].reliability.worst).not.toHaveProperty('trend');
    expect(
      await invoke('list-services', { state: 'no-objective' }),
    ).toMatchObject({ totalServices: 1 });
  });

  it('tell what a deployment did, or that there is none', async () => {
    const { invoke } = await setUp();
    expect(
      await invoke('deployment-impact', { deploymentId: 'd-bad' }),
    ).toMatchObject({
      impact: {
        verdict: { name: 'failed' },
        errorRate: { state: 'worse' },
        unitCost: { state: 'cannot-tell', reason: 'not-billed' },
      },
    });
    await expect(
      invoke('deployment-impact', { deploymentId: 'none' }),
    ).rejects.toThrow(/no deployment 'none'/);
  });
});

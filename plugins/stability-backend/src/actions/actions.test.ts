import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { componentEntity } from '../__testUtils__/catalogEntities';
import { deployed, incident, refOf } from '../__testUtils__/observed';
import {
  eventually,
  startStabilityBackend,
} from '../__testUtils__/startStabilityBackend';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';

const databases = createTestDatabases();
const NAMES = ['explain-change-failure', 'recent-changes'];
const HOUR = 3_600_000;
const credentials = mockCredentials.user();

async function setUp(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const registry = actionsRegistryServiceMock();
  const knex = await (await databases.service('SQLITE_3')).getClient();
  const { server, observe } = await startStabilityBackend({
    entities: [componentEntity({ name: 'cart', owner: 'group:default/shop' })],
    knex,
    features: [
      mockServices.permissions.factory({ result }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => registry,
      }),
    ],
  });
  if (result === AuthorizeResult.ALLOW) {
    const bad = Date.now() - 40 * HOUR;
    await observe([
      deployed({ service: 'cart', version: 'v1', at: bad - 40 * HOUR }),
      deployed({ service: 'cart', version: 'v2', at: bad }),
      deployed({
        service: 'cart',
        version: 'v1',
        at: bad + HOUR,
        rollback: true,
      }),
      incident({
        service: 'cart',
        key: 'INC-9',
        phase: 'triggered',
        at: bad + 60_000,
        startedAt: bad + 60_000,
      }),
    ]);
    await eventually(
      server,
      '/api/stability/deployments',
      ({ body }) => body.totalItems === 3,
    );
  }
  return {
    registry,
    invoke: (name: string, input: object) =>
      registry.invoke({
        id: `test:${name}`,
        input: input as never,
        credentials,
      }),
  };
}

describe('actions', () => {
  it('tell a model what changed and why it failed', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    const { output } = await invoke('recent-changes', {
      entityRef: refOf('cart'),
    });
    expect(output).toMatchObject({
      totalDeployments: 3,
      deployments: [
        { version: 'v1', type: 'rollback', verdict: 'rollback' },
        {
          version: 'v2',
          verdict: 'failed',
          grounds: expect.arrayContaining(['rollback-event']),
        },
        { version: 'v1', verdict: 'clean', grounds: [] },
      ],
      openIncidents: [{ label: 'INC-9', state: 'triggered' }],
    });
    const { deployments } = output as { deployments: Array<{ id: string }> };
    const { output: why } = await invoke('explain-change-failure', {
      id: deployments[1].id,
    });
    expect(why).toMatchObject({
      deployment: { version: 'v2', verdict: 'failed' },
      decidedBy: 'rule',
      evidence: expect.arrayContaining([
        expect.objectContaining({ rule: 'rollback-event', overruled: false }),
      ]),
      remediatedBy: deployments[0].id,
    });
    const { output: staging } = await invoke('recent-changes', {
      environment: 'staging',
    });
    expect(staging).toMatchObject({ totalDeployments: 0, deployments: [] });
  });

  it('only read, and say so', async () => {
    const { registry } = await setUp(AuthorizeResult.ALLOW);
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual(NAMES);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('see what their caller may see', async () => {
    const { invoke } = await setUp(AuthorizeResult.DENY);
    await expect(invoke('recent-changes', {})).rejects.toThrow(
      /stability\.read/,
    );
    await expect(invoke('explain-change-failure', { id: 'x' })).rejects.toThrow(
      /stability\.read/,
    );
  });

  it('say when there is no such deployment', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    await expect(invoke('explain-change-failure', { id: 'x' })).rejects.toThrow(
      /There is no deployment 'x'/,
    );
  });
});

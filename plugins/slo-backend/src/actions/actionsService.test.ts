import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import {
  type BackstageCredentials,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  type ActionsService,
  actionsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { sloConditions } from '../permissions/objectiveRules';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const own = { ref: 'slo:default/cart-slo', objective: 'requests-served' };
const hidden = { ...own, ref: 'slo:default/pay-slo' };
const user = mockCredentials.user('user:default/ada');

/** A portal in which people see what `group:default/shop` owns, and check nothing. */
async function setUp() {
  let actions: ActionsService | undefined;
  const probe = createBackendModule({
    pluginId: 'slo',
    moduleId: 'probe',
    register(env) {
      env.registerInit({
        deps: { service: actionsServiceRef, logger: coreServices.logger },
        async init({ service }) {
          actions = service;
        },
      });
    },
  });
  const { server } = await startSloBackend({
    entities: [
      componentEntity({ name: 'cart', owner: 'group:default/shop' }),
      componentEntity({ name: 'pay', owner: 'group:default/payments' }),
      sloEntity({ name: 'cart-slo', service: 'cart' }),
      sloEntity({ name: 'pay-slo', service: 'pay' }),
    ],
    source: FakeMetricsSource.create(),
    features: [
      probe,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      mockServices.rootConfig.factory({
        data: { backend: { actions: { pluginSources: ['slo'] } } },
      }),
      mockServices.permissions.mock({
        authorize: async queries =>
          queries.map(() => ({ result: AuthorizeResult.DENY })),
        authorizeConditional: async queries =>
          queries.map(() => ({
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'slo',
            resourceType: 'slo-objective',
            conditions: sloConditions.isServiceOwner({
              claims: ['group:default/shop'],
            }),
          })),
      }).factory,
    ],
  });
  await eventually(
    server,
    '/api/slo/objectives',
    ({ body }) => body.totalItems === 1,
  );
  return {
    list: async () => actions?.list({ credentials: user }),
    invoke: async (
      name: string,
      input: JsonObject,
      credentials: BackstageCredentials = user,
    ) => {
      const answer = await actions?.invoke({
        id: `slo:${name}`,
        input,
        credentials,
      });
      return answer?.output;
    },
  };
}

describe('actions, asked as an agent asks them', () => {
  it('are found with what they take and give, and see what their caller may see', async () => {
    const { list, invoke } = await setUp();

    const found = await list();
    expect(found?.actions.map(({ id }) => id)).toEqual([
      'slo:list-objectives',
      'slo:get-objective',
      'slo:explain-objective',
      'slo:get-rollup',
      'slo:check-document',
      'slo:simulate-target',
      'slo:ask-release-gate',
    ]);
    for (const { id, description, schema } of found?.actions ?? []) {
      expect(`${id}: ${description.length > 80}`).toBe(`${id}: true`);
      expect(schema.input).toMatchObject({ type: 'object' });
      expect(schema.output).toHaveProperty('properties');
    }

    await expect(invoke('list-objectives', {})).resolves.toMatchObject({
      totalItems: 1,
      items: [own],
    });
    await expect(invoke('explain-objective', own)).resolves.toMatchObject({
      figures: expect.any(Array),
    });
    for (const action of ['get-objective', 'explain-objective']) {
      await expect(invoke(action, hidden)).rejects.toMatchObject({
        statusCode: 404,
      });
    }
    await expect(
      invoke('ask-release-gate', { entityRef: 'component:default/cart' }),
    ).resolves.toMatchObject({
      verdict: expect.stringMatching(/^(allow|warn)$/),
      decision: expect.any(String),
    });
    await expect(
      invoke('ask-release-gate', { entityRef: 'component:default/pay' }),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  it('refuse what the caller may not do, and what they cannot read', async () => {
    const { invoke } = await setUp();
    await expect(
      invoke('check-document', { yaml: 'kind: SLO' }),
    ).rejects.toMatchObject({ statusCode: 403 });
    await expect(
      invoke('list-objectives', { state: ['fine'] }),
    ).rejects.toMatchObject({ statusCode: 400 });
    await expect(
      invoke('list-objectives', {}, mockCredentials.none()),
    ).rejects.toThrow();
  });
});

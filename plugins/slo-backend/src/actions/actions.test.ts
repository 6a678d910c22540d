import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { componentEntity, sloEntity } from '../__testUtils__/catalogEntities';
import { eventually, startSloBackend } from '../__testUtils__/startSloBackend';
import { FakeMetricsSource } from '../sources/__fixtures__/FakeMetricsSource';

const NAMES = [
  'list-objectives',
  'get-objective',
  'explain-objective',
  'get-rollup',
  'check-document',
  'simulate-target',
  'ask-release-gate',
];
const inputs: Record<string, object> = {
  'list-objectives': {},
  'get-rollup': { entityRef: 'group:default/shop' },
  'check-document': { yaml: 'kind: SLO' },
  'simulate-target': {
    ref: 'slo:default/cart-slo',
    objective: 'requests-served',
    targets: [0.9],
  },
  'ask-release-gate': { entityRef: 'component:default/cart' },
};
const input = { ref: 'slo:default/cart-slo', objective: 'requests-served' };
const credentials = mockCredentials.user();

async function setUp(result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) {
  const registry = actionsRegistryServiceMock();
  const { server } = await startSloBackend({
    entities: [
      componentEntity({ name: 'cart', owner: 'group:default/shop' }),
      sloEntity({ name: 'cart-slo', service: 'cart' }),
    ],
    source: FakeMetricsSource.create({
      series: () => ({ bad: 0.001, total: 1 }),
    }),
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
    await eventually(
      server,
      '/api/slo/objectives',
      ({ body }) => body.items?.[0]?.budget.total > 0,
    );
  }
  return {
    server,
    registry,
    invoke: (name: string, values: object = input) =>
      registry.invoke({
        id: `test:${name}`,
        input: values as never,
        credentials,
      }),
  };
}

describe('actions', () => {
  it('tell a model how objectives stand', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    const status = {
      ...input,
      entityRef: 'component:default/cart',
      displayName: 'Requests served',
      target: '99%',
      state: expect.any(String),
      reason: expect.any(String),
      unit: 'events',
      bad: expect.any(Number),
      total: expect.any(Number),
      budgetRemaining: expect.closeTo(0.9),
      burnRate1h: expect.closeTo(0.1),
      forecast: expect.any(String),
      coverage: expect.any(Number),
      dataUpTo: expect.stringMatching(/Z$/),
      demo: true,
      faults: [],
    };

    const { output: list } = await invoke('list-objectives', {
      owner: 'group:default/shop',
    });
    expect(list).toMatchObject({ totalItems: 1, items: [status] });
    const { output: none } = await invoke('list-objectives', {
      state: ['exhausted'],
    });
    expect(none).toMatchObject({
      totalItems: 0,
      items: [],
      stateCounts: { exhausted: 0 },
    });

    const { output: one } = await invoke('get-objective');
    expect(one).toMatchObject({
      status,
      owners: ['group:default/shop'],
      document: { kind: 'SLO', metadata: { name: 'cart-slo' } },
      location: 'url:https://git.example/cart-slo.yaml',
      timeZone: 'UTC',
    });
    expect(one).toHaveProperty('months.length', 13);

    const { output: why } = await invoke('explain-objective');
    expect(why).toMatchObject({
      figures: expect.arrayContaining([
        {
          id: 'budget.remaining',
          value: expect.closeTo(0.9),
          formula: expect.any(String),
          steps: expect.arrayContaining([expect.stringMatching(/^left = /)]),
        },
      ]),
      notes: expect.arrayContaining(['first-sample-invisible']),
      faults: [],
    });
  });

  it('tell a model how all services of a group stand', async () => {
    const { server, invoke } = await setUp(AuthorizeResult.ALLOW);
    await eventually(
      server,
      '/api/slo/rollup?entityRef=group:default/shop',
      ({ body }) => body.sums.length === 1,
    );
    const { output } = await invoke('get-rollup', {
      entityRef: 'group:default/shop',
    });
    expect(output).toMatchObject({
      objectives: 1,
      worstState: expect.any(String),
      sums: [
        {
          unit: 'events',
          window: expect.stringContaining('"rolling"'),
          objectives: 1,
          services: 1,
          sli: expect.closeTo(0.999),
        },
      ],
      leftOut: [],
      worst: [{ entityRef: 'component:default/cart' }],
      withoutObjective: 0,
      without: [],
    });
    for (const [entityRef, why] of [
      ['user:default/ada', /is a person/],
      ['shop', /no full entity ref/],
      ['group:default/none', /nothing in group:default\/none/],
    ] as const) {
      await expect(invoke('get-rollup', { entityRef })).rejects.toThrow(why);
    }
  });

  it('check a document before it is in the catalog', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    const { output } = await invoke('check-document', {
      yaml: 'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: a }\nspec: {}\n',
    });
    expect(output).toEqual({
      findings: [
        {
          severity: 'error',
          document: 'SLI a',
          path: expect.any(String),
          message: expect.any(String),
          fix: expect.any(String),
        },
      ],
      objectives: 0,
      asked: 0,
    });
  });

  it('try targets, the present one among them', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    const { output } = await invoke('simulate-target', {
      ...input,
      targets: [0.9995],
    });
    const nothing = { count: 0, undecided: 0 };
    expect(output).toMatchObject({
      currentTarget: 0.99,
      targets: [
        { target: 0.99, budgetRemaining: expect.closeTo(0.9) },
        {
          target: 0.9995,
          budgetRemaining: expect.closeTo(-1),
          pages: nothing,
          tickets: expect.objectContaining({ undecided: 0 }),
        },
      ],
    });
  });

  it('ask the gate, and tell its reasons', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    const { output } = await invoke('ask-release-gate', {
      entityRef: 'component:default/cart',
    });
    expect(output).toEqual({
      verdict: 'allow',
      reasons: [
        expect.stringMatching(/^allow: Requests served: 9\d.* is left$/),
      ],
      decidedAt: expect.stringMatching(/Z$/),
      decision: expect.any(String),
    });
  });

  it('refuse what is no full entity ref, as the API does', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    for (const entityRef of ['cart', 'component:default/cart\u0000']) {
      await expect(invoke('ask-release-gate', { entityRef })).rejects.toThrow(
        /is no full entity ref; write kind:namespace\/name/,
      );
    }
  });

  it('only read, and say so', async () => {
    const { registry } = await setUp(AuthorizeResult.ALLOW);
    const { actions } = await registry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
    for (const { name, attributes } of actions) {
      // the gate writes down what it said
      const isReading = name !== 'ask-release-gate';
      expect(attributes).toEqual({
        readOnly: isReading,
        destructive: false,
        idempotent: isReading,
      });
    }
  });

  it('see what their caller may see', async () => {
    const { invoke } = await setUp(AuthorizeResult.DENY);
    for (const name of NAMES) {
      await expect(invoke(name, inputs[name] ?? input)).rejects.toThrow(
        /ask for the permission 'slo\./,
      );
    }
  });

  it('say how to name an objective', async () => {
    const { invoke } = await setUp(AuthorizeResult.ALLOW);
    await expect(
      invoke('get-objective', { ...input, ref: 'component:default/cart' }),
    ).rejects.toThrow(/is no SLO; take the ref from list-objectives/);
    await expect(
      invoke('explain-objective', { ...input, ref: '' }),
    ).rejects.toThrow(/is no entity ref; write it like/);
    await expect(
      invoke('get-objective', { ...input, objective: 'other' }),
    ).rejects.toThrow(/There is no objective 'other'/);
    await expect(
      invoke('get-objective', { ...input, ref: 'cart-slo' }),
    ).resolves.toBeDefined();
  });
});

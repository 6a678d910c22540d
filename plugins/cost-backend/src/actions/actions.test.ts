import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { createTestDatabases } from '../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
} from '../service/__testUtils__/costWorld';
import { createListSavingsAction, createServiceCostAction } from './index';

const databases = createTestDatabases();
const credentials = mockCredentials.user();

async function setUp() {
  const world = await createCostWorld({ databases, id: 'SQLITE_3' });
  await world.bill(ordinaryBill());
  const actionsRegistry = actionsRegistryServiceMock();
  const options = { actionsRegistry, cost: world.cost };
  createServiceCostAction(options);
  createListSavingsAction(options);
  const invoke = async (name: string, input: object) => {
    const { output } = await actionsRegistry.invoke({
      id: `test:${name}`,
      input: input as never,
      credentials,
    });
    return output;
  };
  return { ...world, invoke, actionsRegistry };
}

describe('actions', () => {
  it('say that they only read', async () => {
    const { actionsRegistry } = await setUp();
    const { actions } = await actionsRegistry.list();
    expect(actions.map(({ name }) => name).sort()).toEqual([
      'list-savings',
      'service-cost',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('say what a service costs, and what made it dearer', async () => {
    const { invoke } = await setUp();

    await expect(
      invoke('service-cost', { entityRef: refOf('cart') }),
    ).resolves.toMatchObject({
      state: 'ok',
      currency: 'USD',
      from: '2026-11-01',
      to: '2026-11-17',
      change: { amount: expect.stringMatching(/^1[67]\./) },
      anomalies: [
        {
          from: '2026-11-16',
          to: '2026-11-17',
          excess: expect.stringMatching(/^1[56]\./),
          causes: expect.arrayContaining(['sku m5.large', 'resource i-1']),
        },
      ],
      completeTo: '2026-11-16',
    });
  });

  it('list savings in order', async () => {
    const { client, invoke } = await setUp();
    const saving = {
      id: 's1',
      entityRef: refOf('cart'),
      kind: 'right-size',
      title: 'Less CPU',
      realisable: '5.00',
      theoretical: '6.00',
      currency: 'USD',
      evidence: [{ name: 'cpu-p95', value: '20m' }],
      risk: 'low',
      guard: { state: 'held-back', reason: 'low-budget' },
      order: 1,
    };
    await client('cost_saving').insert({
      id: 's1',
      entity_ref: saving.entityRef,
      kind: saving.kind,
      currency: 'USD',
      position: 1,
      guard: 'held-back',
      realisable: '5000000000',
      content: JSON.stringify(saving),
      found_at: 1,
    });

    await expect(invoke('list-savings', {})).resolves.toEqual({
      currency: 'USD',
      realisable: '0.00',
      savings: [expect.objectContaining({ id: 's1', heldBack: 'low-budget' })],
      totalSavings: 1,
    });
  });

  it('refuse who may see nothing', async () => {
    const { invoke, permissions } = await setUp();
    permissions.authorizeConditional.mockImplementation(async requests =>
      requests.map(() => ({ result: 'DENY' as never })),
    );
    await expect(invoke('list-savings', {})).rejects.toThrow('cost.read');
    await expect(
      invoke('service-cost', { entityRef: refOf('cart') }),
    ).rejects.toThrow('cost.read');
  });
});

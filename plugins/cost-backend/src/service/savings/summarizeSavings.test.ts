import type { Saving } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { SavingStore } from '../../savings/SavingStore';
import { summarizeSavings } from './summarizeSavings';

const databases = createTestDatabases();
const CART = 'component:default/cart';

const saving = (id: string, realisable: string, more?: object): Saving => ({
  id,
  entityRef: CART,
  kind: 'right-size',
  title: `Right-size ${id}`,
  subject: { type: 'workload', name: id },
  realisable,
  theoretical: '9.00',
  currency: 'USD',
  evidence: [],
  risk: 'low',
  guard: { state: 'none' },
  order: 1,
  ...more,
});

describe.each(databases.ids)('summarizeSavings, %s', id => {
  async function summaryOf(...savings: Saving[]) {
    const { client } = await databases.create(id);
    await SavingStore.create({ client }).replaceOpen({
      savings: savings.map(one => ({
        saving: one,
        touches: { category: 'compute' },
      })),
      now: 1,
    });
    return summarizeSavings({ client, entityRefs: [CART], currency: 'USD' });
  }

  it('adds up what may be done now, and names the largest', async () => {
    const heldBack = { guard: { state: 'held-back', reason: 'low-budget' } };
    await expect(
      summaryOf(
        saving('a', '9.50'),
        saving('b', '10.00'),
        saving('c', '70.00', heldBack),
        saving('d', '80.00', { entityRef: 'component:default/pay' }),
        saving('e', '90.00', { currency: 'EUR' }),
      ),
    ).resolves.toMatchObject({
      open: 2,
      heldBack: 1,
      realisable: '19.50',
      largest: { id: 'b', realisable: '10.00' },
    });
  });

  it('names none where nothing can be cashed', async () => {
    const summary = await summaryOf(saving('a', '0.00'));
    expect(summary).toEqual({ open: 1, heldBack: 0, realisable: '0.00' });
  });
});

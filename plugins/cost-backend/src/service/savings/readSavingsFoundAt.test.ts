import type {
  CostExplanation,
  CostServiceRow,
} from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { SavingStore } from '../../savings/SavingStore';
import {
  createCostWorld,
  NOON,
  ordinaryBill,
  refOf,
} from '../__testUtils__/costWorld';

const databases = createTestDatabases();
const FOUND_AT = '2026-11-18T12:00:00.000Z';

async function setUp(id: (typeof databases.ids)[number]) {
  const world = await createCostWorld({ databases, id });
  const { client, cost, caller, derive, worker } = world;
  await world.bill(ordinaryBill());
  return {
    /** Looked, and found nothing. */
    async look() {
      await SavingStore.create({ client }).replaceOpen({
        savings: [],
        now: NOON,
      });
      await derive.markDue();
      await worker.drain();
    },
    async rows(): Promise<CostServiceRow[]> {
      const services = await cost.listServices({}, caller);
      const systems = await cost.listServices({ groupBy: 'system' }, caller);
      expect([services.items.length, systems.items.length]).toEqual([2, 1]);
      return [...services.items, ...systems.items];
    },
    async explanations(): Promise<CostExplanation[]> {
      return [
        await cost.explain(refOf('cart'), { figure: 'saving' }, caller),
        await cost.explainOverview({ figure: 'savings' }, caller),
      ];
    },
    page: () => cost.getServiceCost(refOf('cart'), {}, caller),
    overview: () => cost.getOverview({}, caller),
  };
}

describe('readSavingsFoundAt', () => {
  it.each(databases.ids)(
    'lets nobody say before the first look that there is nothing to save, %s',
    async id => {
      const { page, overview, rows, explanations } = await setUp(id);
      expect((await page()).savings).not.toHaveProperty('foundAt');
      const all = await overview();
      expect(all).not.toHaveProperty('saving');
      expect(all).not.toHaveProperty('savingsFoundAt');
      for (const row of await rows()) {
        expect(row).toMatchObject({ savingState: 'waiting' });
        expect(row).not.toHaveProperty('saving');
      }
      for (const explanation of await explanations()) {
        expect(explanation).toMatchObject({ inputs: [] });
        expect(explanation).not.toHaveProperty('value');
      }
    },
  );

  it.each(databases.ids)(
    'says since when it holds that there is nothing to save, %s',
    async id => {
      const { look, page, overview, rows, explanations } = await setUp(id);
      await look();
      expect((await page()).savings).toMatchObject({
        open: 0,
        realisable: '0.00',
        foundAt: FOUND_AT,
      });
      expect(await overview()).toMatchObject({
        saving: '0.00',
        savingsFoundAt: FOUND_AT,
      });
      for (const row of await rows()) {
        expect(row).not.toHaveProperty('savingState');
      }
      for (const { value, inputs } of await explanations()) {
        expect(value).toBe('0.00');
        expect(inputs).toEqual(
          expect.arrayContaining([
            { name: 'open', value: '0' },
            { name: 'found-at', value: FOUND_AT },
          ]),
        );
      }
    },
  );
});

import { listDays } from '@plimsoll/plugin-cost-common';
import { type Charge, insertBill } from '../../__testUtils__/insertBill';
import { readGroupBudgets } from '../../budgets/readGroupBudgets';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
  UNIT,
} from '../__testUtils__/costWorld';
import { readKnownTo } from './readKnownTo';

const databases = createTestDatabases();
/** Last day of the second bill; that of the first is the 16th. */
const END = '2026-11-06';
const SYSTEM = 'system:default/shop';

/** What the second bill charges a day until it ends. */
const second = (charge: Omit<Charge, 'day' | 'amount'>): Charge[] =>
  listDays('2026-09-18', '2026-11-07').map(day => ({
    day,
    amount: 5n * UNIT,
    ...charge,
  }));

/** The shop's bill to 16 November, and another one that is ten days behind. */
async function setUp(
  id: (typeof databases.ids)[number],
  charges: readonly Charge[],
) {
  const world = await createCostWorld({ databases, id });
  const { client, cost, caller, derive, worker } = world;
  await client('cost_volume').insert(
    listDays('2026-09-18', '2026-11-17').map(day => ({
      entity_ref: refOf('pay'),
      unit: 'requests',
      day,
      volume: 1_000_000,
      read_at: 1,
    })),
  );
  await client('cost_deployment').insert(
    ['2026-10-20', END].map(day => ({
      id: `d-${day}`,
      entity_ref: refOf('pay'),
      finished_at: Date.parse(`${day}T20:00:00Z`),
      live: true,
    })),
  );
  await insertBill({ client, charges: ordinaryBill() });
  await insertBill({ client, source: 'second', charges, completeTo: END });
  await derive.markDue();
  await worker.drain();
  return {
    ...world,
    async rowOf(ref: string, request = {}) {
      const { items } = await cost.listServices(request, caller);
      return items.find(item => item.ref === ref);
    },
  };
}

describe('readKnownTo', () => {
  it.each(databases.ids)(
    'makes nothing cheaper for want of a late bill, and says up to which day it is known, %s',
    async id => {
      const { cost, caller, rowOf } = await setUp(
        id,
        second({ tags: { service: 'pay' } }),
      );
      const same = { amount: '0.00', ratio: 0 };
      const known = { knownTo: END, change: same };
      expect(await rowOf(refOf('pay'))).toMatchObject(known);
      expect(await rowOf(refOf('cart'))).not.toHaveProperty('knownTo');
      const { movers, proof } = await cost.getOverview({}, caller);
      expect(proof.completeTo).toBe('2026-11-16');
      expect(movers.map(({ ref }) => ref)).not.toContain(refOf('pay'));

      const page = await cost.getServiceCost(refOf('pay'), {}, caller);
      expect(page).toMatchObject({
        ...known,
        to: '2026-11-17',
        // 8 a day, with its own part of the cluster less
        forecast: { days: expect.any(Number) },
      });
      expect(page.change?.to).toBe('2026-10-31');
      expect(Number(page.forecast?.expected)).toBeGreaterThan(30 * 8);
      expect(page.categories[0].change).toMatchObject(same);
      const [requests] = page.unitCosts;
      expect(requests.days.at(-1)?.day).toBe(END);
      expect(Number(requests.value)).toBeGreaterThan(8);
      expect(
        page.days
          .filter(({ incomplete }) => incomplete)
          .map(({ day, expected }) => [day, Number(expected) > 8])[0],
      ).toEqual(['2026-11-07', true]);
      const explained = await cost.explain(
        refOf('pay'),
        { figure: 'change' },
        caller,
      );
      expect(explained.inputs).toContainEqual({ name: 'known-to', value: END });
    },
  );

  it.each(databases.ids)(
    'blames no deployment for days that a late bill has not charged, %s',
    async id => {
      const { cost, caller } = await setUp(
        id,
        second({ tags: { service: 'pay' } }),
      );
      const { items } = await cost.listDeploymentCosts(
        refOf('pay'),
        {},
        caller,
      );
      const stateOf = (day: string) =>
        items.find(({ deploymentId }) => deploymentId === `d-${day}`);
      expect(stateOf('2026-10-20')?.state).toBe('cannot-tell');
      const last = stateOf(END);
      expect(last?.state).toBe('due');
      expect(last).not.toHaveProperty('dueOn');
    },
  );

  it.each(databases.ids)(
    'holds for a group with such a service, and for ranges before its end not at all, %s',
    async id => {
      const { context, cost, caller, rowOf } = await setUp(
        id,
        second({ tags: { service: 'pay' } }),
      );
      const amount = { amount: '350', currency: 'USD' };
      await cost.setBudget(SYSTEM, amount, caller);
      const [told] = await readGroupBudgets({ context });
      expect(told.budget.state).toBe('over-expected');
      const group = await rowOf(SYSTEM, { groupBy: 'system' });
      const page = await cost.getServiceCost(SYSTEM, {}, caller);
      expect(group).toMatchObject({ knownTo: END, change: page.change });
      expect(page).toMatchObject({
        knownTo: END,
        budget: { state: 'over-expected' },
        forecast: { expected: group?.forecast?.expected },
      });
      const before = { from: '2026-10-05', to: '2026-10-19' };
      expect(await rowOf(refOf('pay'), before)).not.toHaveProperty('knownTo');
      expect(
        await cost.getServiceCost(refOf('pay'), before, caller),
      ).not.toHaveProperty('knownTo');
      const after = { from: '2026-11-09', to: '2026-11-16' };
      const row = await rowOf(refOf('pay'), after);
      expect(row).toMatchObject({ knownTo: END });
      expect(row).not.toHaveProperty('change');
      const { unitCosts } = await cost.getServiceCost(
        refOf('pay'),
        after,
        caller,
      );
      expect(unitCosts[0].state).toBe('no-cost');
    },
  );

  it.each(databases.ids)(
    'takes nothing from services that a late bill names in pools alone, %s',
    async id => {
      const { client } = await setUp(id, second({ key: { product: 'EKS' } }));
      await expect(
        client('cost_service_source').where('source', 'second'),
      ).resolves.toEqual([]);
    },
  );

  it.each(databases.ids)(
    'follows each late bill to its own end, and one that is over not at all, %s',
    async id => {
      const { client } = await databases.create(id);
      await client('cost_service_source').insert(
        [
          ['pay', 'second', '2026-11-01'],
          ['pay', 'third', '2026-10-01'],
          ['cart', 'second', '2026-10-01'],
          // not on it any more when it ended
          ['lone', 'second', '2026-09-01'],
          ['crat', 'over', '2026-09-01'],
          ['edge', 'bill', '2026-11-01'],
        ].map(([name, source, month]) => ({
          entity_ref: refOf(name),
          source,
          billing_month: month,
        })),
      );
      const knownTo = await readKnownTo({
        client,
        entityRefs: ['pay', 'cart', 'lone', 'crat', 'edge'].map(refOf),
        state: {
          completeTo: '2026-11-16',
          sources: [
            ['bill', '2026-11-16'],
            ['second', '2026-11-06'],
            ['third', '2026-10-31'],
            ['over', '2026-09-14'],
          ].map(([name, completeTo]) => ({
            name,
            completeTo,
            type: 'focus',
            state: 'ok' as const,
          })),
        },
      });
      expect([...knownTo].sort()).toEqual([
        [refOf('cart'), '2026-11-06'],
        [refOf('pay'), '2026-10-31'],
      ]);
    },
  );
});

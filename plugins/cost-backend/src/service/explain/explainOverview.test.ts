import {
  type CostExplanation,
  type CostOverview,
  formatAmount,
  parseAmount,
} from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createHiddenWorld,
  hiddenBill,
  HIDDEN,
  insertSavings,
  VISIBLE,
} from '../../permissions/__testUtils__/hiddenWorld';
import {
  createCostWorld,
  ordinaryBill,
  UNIT,
} from '../__testUtils__/costWorld';
import { explainOverview } from './explainOverview';

const databases = createTestDatabases();
const POOLS = ['unallocated', 'idle', 'shared', 'residue'] as const;
const RANGES = [{}, { from: '2026-10-20', to: '2026-11-09' }];

const inputOf = ({ inputs }: CostExplanation, name: string) =>
  inputs.find(input => input.name === name)?.value;

/** The sum of the amounts that are named. */
function sumOf(explained: CostExplanation, names: readonly string[]): string {
  return formatAmount(
    names.reduce(
      (sum, name) => sum + parseAmount(inputOf(explained, name) ?? '?'),
      0n,
    ),
  );
}

describe('what is explained of the overview', () => {
  it.each(databases.ids)(
    'is what the overview says, and adds up to the digit, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      const { cost, caller, client } = world;
      await world.bill(ordinaryBill());
      await insertSavings({ client }, ['cart', 'pay', 'cart', 'pay']);
      await client('cost_saving')
        .where({ id: 'idle-pay-1' })
        .update({ guard: 'held-back' });
      await client('cost_saving')
        .where({ id: 'idle-cart-1' })
        .update({ applied_at: 1 });

      for (const range of RANGES) {
        const overview = await cost.getOverview(range, caller);
        const explain = (figure: string) =>
          cost.explainOverview({ ...range, figure }, caller);

        const total = await explain('total');
        expect(total.value).toBe(overview.bill);
        expect(sumOf(total, ['on-services', ...POOLS])).toBe(overview.bill);
        expect(inputOf(total, 'from')).toBe(overview.from);
        expect(inputOf(total, 'to')).toBe(overview.to);

        const services = await explain('on-services');
        expect(services.value).toBe(overview.services);
        expect(inputOf(services, 'total')).toBe(overview.bill);
        expect(Number(inputOf(services, 'ratio'))).toBeCloseTo(
          Number(overview.services) / Number(overview.bill),
          10,
        );

        const none = await explain('on-no-service');
        for (const pool of POOLS) {
          expect(inputOf(none, pool)).toBe(overview.pools[pool]);
        }
        expect(sumOf(none, POOLS)).toBe(none.value);
        expect(sumOf(services, POOLS)).toBe(none.value);

        const lines = await explain('lines');
        expect(lines.value).toBe(inputOf(lines, 'tax'));
        expect(lines.value).toBe(overview.lines[0].total);

        const change = await explain('change');
        expect(change.value).toBe(overview.change?.amount);
        expect(inputOf(change, 'compared-from')).toBe(overview.change?.from);

        const forecast = await explain('forecast');
        expect(forecast.value).toBe(overview.forecast?.expected);
        expect(inputOf(forecast, 'low')).toBe(overview.forecast?.low);

        const savings = await explain('savings');
        expect(savings.value).toBe(overview.saving);
        expect(savings.value).toBe('2.00');
        expect(inputOf(savings, 'open')).toBe('2');
        expect(inputOf(savings, 'held-back')).toBe('1');
        expect(inputOf(savings, 'expected')).toBe(overview.forecast?.expected);
      }
      const { proof } = await cost.getOverview({}, caller);
      const { sources } = await cost.explainOverview(
        { figure: 'total', metric: 'billed' },
        caller,
      );
      expect(sources.map(({ name }) => name)).toEqual(
        proof.sources.map(({ name }) => name),
      );
    },
  );

  it.each(databases.ids)(
    'is the same for who sees the bill and one service, and nothing to who does not see the bill, %s',
    async id => {
      const world = await createHiddenWorld({ databases, id });
      const { cost, caller, state } = world;
      await world.bill(
        hiddenBill({ hidden: [5n, 7n, 11n].map(n => n * UNIT), unowned: UNIT }),
      );
      await insertSavings(world, [VISIBLE, ...HIDDEN]);
      const ask = (figure: string) => cost.explainOverview({ figure }, caller);
      const figures = ['total', 'on-services', 'on-no-service', 'savings'];
      state.totals = true;
      const all = await Promise.all(figures.map(ask));

      world.mayReadOwn();
      const overview = await cost.getOverview({}, caller);
      const own = await Promise.all(figures.map(ask));
      expect(own).toEqual(all);
      expect(own.map(({ value }) => value)).toEqual([
        overview.bill,
        overview.services,
        overview.pools.unallocated,
        overview.saving,
      ]);

      state.totals = false;
      for (const figure of [...figures, 'change', 'forecast', 'lines', 'x']) {
        await expect(ask(figure)).rejects.toThrow(
          "permission 'cost.total.read'",
        );
      }
    },
  );

  it('tells inputs by codes, that a page translates', async () => {
    const world = await createCostWorld({ databases, id: 'SQLITE_3' });
    const { cost, caller } = world;
    await world.bill(ordinaryBill());
    for (const figure of [
      'total',
      'change',
      'forecast',
      'on-services',
      'on-no-service',
      'lines',
      'savings',
    ]) {
      const explained = await cost.explainOverview({ figure }, caller);
      expect(explained.figure).toBe(figure);
      for (const { name, value } of explained.inputs) {
        expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
        expect(value).not.toBe('');
      }
    }
  });

  it.each(['budget', 'constructor', 'lines', 'change', 'forecast'])(
    'has no %s where the overview has none',
    figure => {
      const overview = {
        bill: '0.00',
        services: '0.00',
        pools: {},
        lines: [],
        proof: { sources: [] },
      } as unknown as CostOverview;
      const savings = { open: 0, heldBack: 0, realisable: '0.00' };
      expect(() => explainOverview({ overview, savings, figure })).toThrow(
        `has no figure '${figure}'; there are total, change, forecast, on-services`,
      );
    },
  );
});

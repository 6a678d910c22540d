import { COST_METRICS } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, ordinaryBill } from '../__testUtils__/costWorld';

const databases = createTestDatabases();

describe('listAnomalies', () => {
  it.each(databases.ids)(
    'says that amounts are effective ones, whatever metric is asked for, %s',
    async id => {
      const { bill, client, cost, caller } = await createCostWorld({
        databases,
        id,
      });
      await bill(ordinaryBill());
      await client('cost_total').update({ list: 0 });
      const effective = await cost.listAnomalies({}, caller);
      expect(effective.items).toHaveLength(1);
      expect(effective.proof).toMatchObject({
        metric: 'effective',
        unallocated: { amount: '30.00' },
      });
      for (const metric of COST_METRICS) {
        expect(await cost.listAnomalies({ metric }, caller)).toEqual(effective);
      }
    },
  );
});

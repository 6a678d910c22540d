import type { CostProof } from '@plimsoll/plugin-cost-common';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import {
  createCostWorld,
  ordinaryBill,
  refOf,
} from '../__testUtils__/costWorld';

const databases = createTestDatabases();

describe('readProof', () => {
  describe.each([
    ['made up', true, true],
    ['real', false, undefined],
  ])('of a bill that is %s', (_, demo, said) => {
    it.each(databases.ids)('says so on every answer, %s', async id => {
      const world = await createCostWorld({ databases, id, context: { demo } });
      const { cost, caller } = world;
      const proofs = async (): Promise<CostProof[]> =>
        (
          await Promise.all([
            cost.getServiceCost(refOf('cart'), {}, caller),
            cost.listServices({}, caller),
            cost.listServices({ groupBy: 'owner' }, caller),
            cost.getOverview({}, caller),
            cost.listSavings({}, caller),
            cost.listAnomalies({}, caller),
            cost.listUnmapped({}, caller),
            cost.getDataQuality(caller),
            cost.listRestatements({}, caller),
          ])
        ).map(({ proof }) => proof);

      const empty = await proofs();
      await world.bill(ordinaryBill());
      for (const proof of [...empty, ...(await proofs())]) {
        expect(proof.demo).toBe(said);
      }
    });
  });
});

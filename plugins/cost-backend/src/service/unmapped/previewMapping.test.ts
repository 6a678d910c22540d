import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, NOON, refOf, UNIT } from '../__testUtils__/costWorld';

const databases = createTestDatabases();
const DAY = new Date(NOON - 3 * 86_400_000).toISOString().slice(0, 10);

describe('previewMapping', () => {
  async function createWorld(id: (typeof databases.ids)[number]) {
    const world = await createCostWorld({ databases, id });
    const { client, cost, caller, bill } = world;
    await client('cost_mapping').insert(
      ['cart', 'lone'].map(name => ({
        kind: 'tag',
        name: 'service',
        value: 'both',
        entity_ref: refOf(name),
      })),
    );
    const tags = (service: string, amount: bigint) => ({
      day: DAY,
      amount: amount * UNIT,
      tags: { service },
    });
    const charges = [
      tags('both', 8n),
      tags('Crat', 5n),
      tags('crat, eu', 3n),
      tags('eu', 2n),
      { day: DAY, amount: 1n * UNIT, key: { product: 'Amazon S3' } },
    ];
    await bill(charges);
    return {
      ...world,
      /** Reads the same bill once more. */
      again: () => bill(charges),
      preview: (
        match: Parameters<typeof cost.previewMapping>[0]['match'],
        entityRef = refOf('pay'),
      ) => cost.previewMapping({ match, entityRef }, caller),
    };
  }

  it.each(databases.ids)(
    'counts what the annotation would give, as allocation decides, %s',
    async id => {
      const { client, preview, again, cost, caller } = await createWorld(id);
      const tag = (value: string) => ({ tag: { key: 'service', value } });
      const crat = await preview(tag('crat'));
      expect(crat).toEqual({
        total: '5.00',
        days: 1,
        charges: 1,
        annotation: { key: 'plimsoll.dev/cost-tags', value: 'service=crat' },
      });
      // an annotation is no pattern
      await expect(preview({ product: '*' })).resolves.toMatchObject({
        total: '0.00',
        charges: 0,
      });
      await expect(preview(tag('*'))).resolves.toMatchObject({ charges: 0 });
      // a tag that nothing is looked up by
      await expect(
        preview({ tag: { key: 'team', value: 'crat' } }),
      ).resolves.toMatchObject({ charges: 0 });

      const costOf = async () =>
        (await cost.getServiceCost(refOf('pay'), {}, caller)).total;
      await expect(costOf()).resolves.toBe('0.00');
      await client('cost_mapping').insert({
        kind: 'tag',
        name: 'service',
        value: 'crat',
        entity_ref: refOf('pay'),
      });
      await again();
      await expect(costOf()).resolves.toBe(crat.total);
    },
  );

  it.each(databases.ids)(
    'says who claims the same: what several claim is nobody’s, %s',
    async id => {
      const { preview } = await createWorld(id);
      await expect(
        preview({ tag: { key: 'Service', value: 'BOTH ' } }),
      ).resolves.toEqual({
        total: '0.00',
        days: 0,
        charges: 0,
        annotation: { key: 'plimsoll.dev/cost-tags', value: 'Service=BOTH' },
        contestedBy: [refOf('cart'), refOf('lone')],
      });
    },
  );

  it.each(databases.ids)(
    'refuses what an annotation cannot say, and names the mend, %s',
    async id => {
      const { preview } = await createWorld(id);
      for (const match of [
        { tag: { key: 'service', value: 'crat, eu' } },
        { tag: { key: 'a=b', value: 'crat' } },
        { product: 'Bandwidth, inter-region' },
      ]) {
        await expect(preview(match)).rejects.toThrow(
          'write a rule to component:default/pay under cost.allocation.rules',
        );
      }
      await expect(
        preview({ product: 'Amazon S3' }, 'system:default/shop'),
      ).rejects.toThrow('system:default/shop is no service');
    },
  );
});

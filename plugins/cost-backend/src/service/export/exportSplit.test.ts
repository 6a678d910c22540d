import { createMockDirectory } from '@backstage/backend-test-utils';
import { BillRefusedError } from '@plimsoll/plugin-cost-node';
import { type Charge, insertBill } from '../../__testUtils__/insertBill';
import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { readContent } from '../../focus/__testUtils__/readContent';
import { createCostWorld, refOf, UNIT } from '../__testUtils__/costWorld';

const DAY = '2026-11-05';

/** Two accounts, two providers, shared, unowned, credits and odd amounts. */
const CHARGES: Charge[] = [
  {
    day: DAY,
    amount: 3n * UNIT,
    tags: { service: 'cart' },
    key: { provider: 'AWS', serviceCategory: 'Compute' },
  },
  {
    day: DAY,
    amount: 7n,
    tags: { service: 'pay' },
    key: { billingAccount: '=2+5', provider: "'Azure", product: '@VM "x",y' },
  },
  { day: DAY, amount: 100n, key: { product: 'EKS', provider: 'AWS' } },
  {
    day: DAY,
    amount: 101n,
    key: { product: 'EKS', provider: 'AWS', billingAccount: '=2+5' },
  },
  { day: DAY, amount: UNIT, tags: { service: 'nobody' } },
  {
    day: DAY,
    amount: -UNIT,
    tags: { service: 'cart' },
    line: { kind: 'refund' },
  },
  {
    day: DAY,
    amount: -2n * UNIT,
    tags: { service: 'cart' },
    line: { kind: 'credit' },
  },
  {
    day: '2026-10-30',
    amount: 5n,
    tags: { service: 'pay' },
    key: { product: 'EKS Anywhere' },
    line: { billingMonth: '2026-11-01', correction: true, kind: 'tax' },
  },
  {
    day: DAY,
    amount: 4n * UNIT,
    tags: { service: 'pay' },
    line: { currency: 'EUR' },
  },
];

describe('exportSplit', () => {
  const databases = createTestDatabases();
  const directory = createMockDirectory();

  it.each(databases.ids)(
    'is a bill that can be read again, to the nano-unit, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      await world.bill(CHARGES);
      const text = [
        ...(await world.cost.exportSplit({ month: '2026-11' }, world.caller)),
      ].join('');

      const { lines, reading } = await readContent({
        directory,
        content: { 'split.csv': text },
        tags: ['backstage.io/entity-ref', 'plimsoll.dev/pool'],
      }).catch((error: unknown) => {
        throw error instanceof BillRefusedError
          ? new Error(error.message)
          : error;
      });

      expect(reading.formatVersion).toBe('1.3');
      expect(reading.faults).toEqual([]);
      const read = sums(
        lines.map(({ key, day, kind, currency, amounts }) => ({
          of:
            key.tags['backstage.io/entity-ref'] ??
            key.tags['plimsoll.dev/pool'],
          day,
          kind,
          currency,
          amount: amounts.effective,
        })),
      );
      // what the pages show
      const { client } = world;
      const shown = await client('cost_daily')
        .where('billing_month', '2026-11-01')
        .select(
          'day',
          'kind',
          'currency',
          client.raw('coalesce(entity_ref, pool) as part'),
          client.raw('cast(effective as text) as effective'),
        );
      expect(read).toEqual(
        sums(
          shown.map(row => ({
            of: row.part,
            day: row.day,
            kind: row.kind,
            currency: row.currency,
            amount: BigInt(row.effective),
          })),
        ),
      );
      // accounts, providers and products are those of the bill
      expect(
        [
          ...new Set(
            lines.map(({ key }) =>
              [key.billingAccount, key.provider, key.product].join(' | '),
            ),
          ),
        ].sort(),
      ).toEqual([
        '1 | AWS | Amazon EC2',
        '1 | AWS | EKS',
        '1 | Unknown | Amazon EC2',
        '1 | Unknown | EKS Anywhere',
        '=2+5 | \'Azure | @VM "x",y',
        '=2+5 | AWS | EKS',
      ]);
      // and no cell is run by a spreadsheet
      expect(text).toContain(`,'=2+5,`);
      expect(text).not.toMatch(/(^|,)"?[=+@]/m);
    },
  );

  it.each(databases.ids)(
    'is idle where it was idle when it is loaded as another bill, %s',
    async id => {
      const world = await createCostWorld({ databases, id });
      const { client } = world;
      const share = { source: 'k8s', cluster: 'shop', day: DAY, node: 'n1' };
      await client('cost_share').insert(
        ['1', '3'].map(price => ({
          ...share,
          owner_hash: price,
          provider_id: 'i-1',
          owner_kind: price === '1' ? 'idle' : 'unallocated',
          list_price: price,
          currency: 'USD',
        })),
      );
      const node = { day: DAY, amount: 8n * UNIT, key: { resourceId: 'i-1' } };
      await world.bill([node]);
      const pools = async () => {
        const range = { from: DAY, to: '2026-11-06' };
        const { pools: left } = await world.cost.getOverview(
          range,
          world.caller,
        );
        return [left.idle, left.unallocated];
      };
      expect(await pools()).toEqual(['2.00', '6.00']);

      const { lines } = await readContent({
        directory,
        content: {
          'split.csv': [
            ...(await world.cost.exportSplit(
              { month: '2026-11' },
              world.caller,
            )),
          ].join(''),
        },
      });
      await insertBill({
        client,
        source: 'split',
        charges: lines.map(line => ({
          day: line.day,
          amount: line.amounts.effective,
          key: line.key,
        })),
      });
      await world.derive.markDue();
      await world.worker.drain();
      expect(await pools()).toEqual(['4.00', '12.00']);
    },
  );

  it('leaves out whom the caller may not see', async () => {
    const world = await createCostWorld({ databases, id: 'SQLITE_3' });
    await world.bill(CHARGES);
    jest.spyOn(world.permissions, 'authorizeConditional').mockResolvedValue([
      {
        result: 'CONDITIONAL' as never,
        pluginId: 'cost',
        resourceType: 'cost-service',
        conditions: {
          rule: 'IS_FOR_ENTITY',
          resourceType: 'cost-service',
          params: { entityRefs: [refOf('pay')] },
        },
      } as never,
    ]);
    const text = [
      ...(await world.cost.exportSplit({ month: '2026-11' }, world.caller)),
    ].join('');
    expect(text).toContain(refOf('pay'));
    expect(text).toContain('unallocated');
    expect(text).not.toContain(refOf('cart'));
  });

  it('is one head for a month without a bill', async () => {
    const world = await createCostWorld({ databases, id: 'SQLITE_3' });
    const rows = await world.cost.exportSplit(
      { month: '2026-11-01' },
      world.caller,
    );
    expect([...rows]).toHaveLength(1);
  });
});

function sums(
  parts: Array<{
    of: string;
    day: string;
    kind: string;
    currency: string;
    amount: bigint;
  }>,
): Record<string, bigint> {
  const all: Record<string, bigint> = {};
  for (const { of, day, kind, currency, amount } of parts) {
    const key = [of, day, kind, currency].join(' ');
    all[key] = (all[key] ?? 0n) + amount;
  }
  return all;
}

import { CostCategories } from './CostCategories';
import { FocusLines, type FoldedValue } from './FocusLines';
import { DAY_COLUMNS, HEAD_COLUMNS, LINE_COLUMNS } from './foldChargesSql';

const HEAD: Record<string, FoldedValue> = {
  billing_month: '2026-10-01',
  billing_account: '1234',
  currency: 'USD',
  charge_category: 'Usage',
  is_correction: 1,
  is_refund: 0,
  service_name: 'Machines',
  service_category: 'Compute',
  resource_id: 'machine-1',
  is_split: 0,
  tags: '{"team":"cart","service":null}',
};

const day = (at: string, billed: string): Record<string, FoldedValue> => ({
  day: at,
  billed,
  effective: '0.000000000500000',
  contracted: '0',
  list: '0',
  quantity: 2,
  unit: 'Hours',
});

const DAYS = [
  day('2026-10-03', '3.000000000400000'),
  day('2026-10-01', '1.000000000400000'),
  day('2026-10-02', '-2.000000000400000'),
];

const valuesOf = (
  columns: readonly string[],
  from: Record<string, FoldedValue>,
) => columns.map(name => from[name] ?? null);

const create = () => FocusLines.create({ categories: CostCategories.create() });

const headOf = (head: Record<string, FoldedValue>) =>
  valuesOf(HEAD_COLUMNS, head);
const daysOf = (days: ReadonlyArray<Record<string, FoldedValue>>) =>
  days.map(one => valuesOf(DAY_COLUMNS, one));

describe('FocusLines', () => {
  it('makes of a bundle what it makes of its lines, in the order of days', () => {
    const apart = create();
    const bundled = create();

    const lines = bundled.bundle(headOf(HEAD), daysOf(DAYS));

    expect(lines).toEqual(
      [DAYS[1], DAYS[2], DAYS[0]].map(one =>
        apart.line(valuesOf(LINE_COLUMNS, { ...HEAD, ...one })),
      ),
    );
    expect(lines.map(line => [line.day, line.amounts.billed])).toEqual([
      ['2026-10-01', 1_000_000_000n],
      // what the first one lost is here
      ['2026-10-02', -2_000_000_000n],
      ['2026-10-03', 3_000_000_000n],
    ]);
    expect(bundled.exact).toEqual(apart.exact);
    expect(bundled.exact).toEqual([
      expect.objectContaining({
        billed: '2.0000000004',
        effective: '0.0000000015',
      }),
    ]);
  });

  it('has the same lines whatever order the days of a bundle come in', () => {
    expect(create().bundle(headOf(HEAD), daysOf(DAYS))).toEqual(
      create().bundle(headOf(HEAD), daysOf([...DAYS].reverse())),
    );
  });

  it('makes a key once, for all that is charged for it', () => {
    const lines = create();

    const [first] = lines.bundle(headOf(HEAD), daysOf(DAYS));
    const [other] = lines.bundle(
      headOf({ ...HEAD, is_correction: 0 }),
      daysOf(DAYS.slice(0, 1)),
    );

    expect(first).toMatchObject({ correction: true, kind: 'usage' });
    expect(other.correction).toBeUndefined();
    expect(other.key).toBe(first.key);
    expect(other.key).toMatchObject({
      product: 'Machines',
      category: 'compute',
      tags: { team: 'cart' },
    });
  });
});

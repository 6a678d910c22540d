import { createTestDatabases } from '../../database/__testUtils__/testDatabases';
import { createCostWorld, UNIT } from '../__testUtils__/costWorld';
import { readUnmappedCharges } from './readUnmappedCharges';

const databases = createTestDatabases();
const RANGE = {
  from: '2026-11-02',
  to: '2026-11-04',
  completeEnd: '2026-11-04',
  isRunningMonth: true,
  currency: 'USD',
  metric: 'effective',
} as const;

describe('readUnmappedCharges', () => {
  it.each(databases.ids)(
    'finds what nobody owns in a range, and looks at nothing else, %s',
    async id => {
      const { client, bill } = await createCostWorld({ databases, id });
      const days = ['2026-11-01', '2026-11-02', '2026-11-03'];
      const read = () => readUnmappedCharges({ client, range: RANGE });
      await bill(
        days.flatMap(day => [
          { day, amount: 5n * UNIT, tags: { service: 'cart' } },
          { day, amount: 2n * UNIT, key: { product: 'EKS' } },
          { day, amount: 1n * UNIT, tags: { service: 'crat' } },
          {
            day,
            amount: 7n * UNIT,
            tags: { service: 'crat' },
            line: { currency: 'EUR' },
          },
        ]),
      );
      const asked: string[] = [];
      client.on('query', ({ sql }: { sql: string }) => asked.push(sql));
      await expect(read()).resolves.toEqual([
        {
          key: expect.objectContaining({ tags: { service: 'crat' } }),
          kind: 'usage',
          amount: 2n * UNIT,
          rows: 2,
          days: 2,
        },
      ]);
      expect(asked.filter(sql => /\bcost_line\b/.test(sql))).toEqual([]);

      await bill([
        { day: '2026-11-02', amount: 1n * UNIT, tags: { service: 'cart' } },
      ]);
      await expect(read()).resolves.toEqual([]);
    },
  );
});

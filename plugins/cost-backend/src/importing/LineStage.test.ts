import type { BillLine } from '@plimsoll/plugin-cost-common';
import { LineStage } from './LineStage';

const KEY = {
  billingAccount: '1234',
  product: 'Machines',
  category: 'compute' as const,
  tags: {},
};

const line = (day: string, billed = 1n): BillLine => ({
  key: KEY,
  day,
  billingMonth: '2026-10-01',
  kind: 'usage',
  currency: 'USD',
  amounts: { billed, effective: billed, contracted: billed, list: billed },
});

const dayOf = (row: unknown[]) => row[3];

describe('LineStage', () => {
  it('hands lines over by the day, whatever order they came in', () => {
    const stage = LineStage.create({ source: 'bill' });
    const days = ['2026-10-02', '2026-10-01', '2026-10-03'];
    // as keys come one after the other, each with all its days
    for (let key = 0; key < 600; key += 1) {
      stage.add(days.map((day, index) => line(day, BigInt(key * 3 + index))));
    }

    const statements: unknown[][][] = stage
      .rows()
      .lines.map(text => JSON.parse(text));

    expect(statements.map(rows => rows.length)).toEqual([
      250, 250, 100, 250, 250, 100, 250, 250, 100,
    ]);
    expect(statements.map(rows => [...new Set(rows.map(dayOf))])).toEqual(
      [...days].sort().flatMap(day => [[day], [day], [day]]),
    );
    const billed = statements.flat().map(row => Number(row[7]));
    expect(billed.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 1_800 }, (_, index) => index),
    );
  });

  it('keeps each line of a bill of very many days once', () => {
    const stage = LineStage.create({ source: 'bill' });
    const lines = Array.from({ length: 25_000 }, (_, index) =>
      line(
        new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
        BigInt(index),
      ),
    );
    stage.add([...lines].reverse());

    const statements: unknown[][][] = stage
      .rows()
      .lines.map(text => JSON.parse(text));

    expect(statements.map(rows => rows.length)).toEqual(Array(100).fill(250));
    expect(statements.flat().map(dayOf)).toEqual(lines.map(({ day }) => day));
    expect(
      stage.extentOf({ billingAccount: '1234', billingMonth: '2026-10-01' }),
    ).toEqual({ lines: 25_000, lastDay: lines.at(-1)!.day });
  });

  it('has no statement where there is nothing', () => {
    expect(LineStage.create({ source: 'bill' }).rows()).toEqual({
      keys: [],
      lines: [],
    });
  });
});

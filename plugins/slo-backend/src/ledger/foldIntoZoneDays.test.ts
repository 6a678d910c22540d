import fc from 'fast-check';
import { foldIntoZoneDays, zoneMidnight } from './foldIntoZoneDays';
import { LedgerPage } from './LedgerPage';

const DAY = 86_400;
/** 2025-10-24T00:00:00Z; clocks in Europe change on the 26th. */
const START = Date.UTC(2025, 9, 24) / 1000;

function pages(count: number, totals: (cell: number) => number): LedgerPage[] {
  return Array.from({ length: count }, (_, day) => {
    const start = START + day * DAY;
    const page = LedgerPage.empty({ objectiveId: 1, start, step: 900 });
    for (let cell = 0; cell < 96; cell += 1) {
      page.put({
        start: start + cell * 900,
        bad: 0,
        total: totals(day * 96 + cell),
        coveredSeconds: 900,
      });
    }
    return page;
  });
}

function totalOf(list: LedgerPage[]): number {
  return list.reduce((sum, page) => sum + page.toRow().total, 0);
}

describe('foldIntoZoneDays', () => {
  it('pitfall 11: cuts days of 23, 24 and 25 hours in the zone', () => {
    const { days, rest } = foldIntoZoneDays({
      pages: pages(5, () => 1),
      timeZone: 'Europe/Warsaw',
      until: zoneMidnight(START + 4 * DAY, 'Europe/Warsaw'),
    });

    expect(
      days.map(page => [
        new Date(page.start * 1000).toISOString(),
        page.step / 3600,
        page.toRow().total,
      ]),
    ).toEqual([
      ['2025-10-23T22:00:00.000Z', 24, 88],
      ['2025-10-24T22:00:00.000Z', 24, 96],
      ['2025-10-25T22:00:00.000Z', 25, 100],
      ['2025-10-26T23:00:00.000Z', 24, 96],
    ]);
    expect(rest.map(({ start, step }) => [start, step])).toEqual([
      [START + 4 * DAY - 3600, 900],
      [START + 4 * DAY, 900],
    ]);
  });

  it.each([
    'UTC',
    'Asia/Kathmandu',
    'Europe/Warsaw',
    'America/St_Johns',
    'Pacific/Kiritimati',
  ])('loses nothing and counts nothing twice, %s', timeZone => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000), { minLength: 480, maxLength: 480 }),
        fc.integer({ min: 0, max: 5 * DAY }),
        (totals, cut) => {
          const before = pages(5, cell => totals[cell]);
          const { days, rest } = foldIntoZoneDays({
            pages: before,
            timeZone,
            until: zoneMidnight(START + cut, timeZone),
          });
          expect(totalOf([...days, ...rest])).toBe(totalOf(before));
          const all = [...days, ...rest];
          all.forEach((page, index) => {
            expect(page.start).toBeGreaterThanOrEqual(all[index - 1]?.end ?? 0);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps the mark of an inconsistent day on the days that it touches', () => {
    const list = pages(4, () => 1);
    list[1].inconsistent = true;

    const { days } = foldIntoZoneDays({
      pages: list,
      timeZone: 'Asia/Kathmandu',
      until: zoneMidnight(START + 4 * DAY, 'Asia/Kathmandu'),
    });

    expect(days.map(page => page.inconsistent)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('does nothing without pages', () => {
    expect(
      foldIntoZoneDays({ pages: [], timeZone: 'UTC', until: START }),
    ).toEqual({ days: [], rest: [] });
  });
});

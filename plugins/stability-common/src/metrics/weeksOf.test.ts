import { weeksOf } from './weeksOf';

const texts = (from: string, to: string) =>
  weeksOf({ from: Date.parse(from), to: Date.parse(to) }).map(week =>
    [week.from, week.to].map(at => new Date(at).toISOString().slice(0, 13)),
  );

describe('weeksOf', () => {
  it('begins weeks on Mondays and cuts the first and the last', () => {
    // 1 November 2026 is a Sunday.
    expect(texts('2026-11-01T06:00:00Z', '2026-11-11T12:00:00Z')).toEqual([
      ['2026-11-01T06', '2026-11-02T00'],
      ['2026-11-02T00', '2026-11-09T00'],
      ['2026-11-09T00', '2026-11-11T12'],
    ]);
  });

  it('leaves whole weeks whole, also over a new year and before 1970', () => {
    expect(texts('2025-12-29T00:00:00Z', '2026-01-05T00:00:00Z')).toEqual([
      ['2025-12-29T00', '2026-01-05T00'],
    ]);
    expect(texts('1969-12-30T00:00:00Z', '1970-01-05T00:00:00Z')).toEqual([
      ['1969-12-30T00', '1970-01-05T00'],
    ]);
  });

  it('has none in an empty window', () => {
    expect(weeksOf({ from: 5, to: 5 })).toEqual([]);
  });
});

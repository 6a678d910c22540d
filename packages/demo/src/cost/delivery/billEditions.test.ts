import { billEditions, firstEdition } from './billEditions';

const at = (text: string) => Date.parse(text);
const monthsOf = (text: string) => billEditions(at(text));

describe('billEditions', () => {
  it('has twelve months that are over and the current one, up to yesterday', () => {
    const editions = monthsOf('2026-11-21T09:00:00Z');
    expect(editions.map(({ month }) => month)).toEqual([
      '2025-11-01',
      '2025-12-01',
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
      '2026-09-01',
      '2026-10-01',
      '2026-11-01',
    ]);
    expect(editions.at(-1)).toEqual({
      month: '2026-11-01',
      lastDay: '2026-11-20',
      restated: false,
      writtenAt: at('2026-11-21T04:00:00Z'),
    });
  });

  it('has yesterday from four in the morning on', () => {
    const newest = (text: string) => monthsOf(text).at(-1)!.lastDay;
    expect(newest('2026-11-21T03:59:59Z')).toBe('2026-11-19');
    expect(newest('2026-11-21T04:00:00Z')).toBe('2026-11-20');
  });

  it('mends a month on the seventh of the next one, once and for all', () => {
    const october = (text: string) =>
      monthsOf(text).find(({ month }) => month === '2026-10-01')!;
    expect(october('2026-11-06T12:00:00Z')).toMatchObject({
      restated: false,
      writtenAt: at('2026-11-01T04:00:00Z'),
    });
    const mended = {
      restated: true,
      writtenAt: at('2026-11-07T04:00:00Z'),
    };
    expect(october('2026-11-07T12:00:00Z')).toMatchObject(mended);
    expect(october('2027-02-02T12:00:00Z')).toMatchObject(mended);
    expect(firstEdition(october('2026-11-21T12:00:00Z'))).toMatchObject({
      restated: false,
      writtenAt: at('2026-11-01T04:00:00Z'),
    });
  });

  it('has a month that is over as complete', () => {
    const [october] = monthsOf('2026-11-01T12:00:00Z').slice(-1);
    expect(october).toMatchObject({
      month: '2026-10-01',
      lastDay: '2026-10-31',
    });
    const [, complete] = monthsOf('2026-11-02T12:00:00Z').slice(-3);
    expect(complete).toMatchObject({
      month: '2026-10-01',
      lastDay: '2026-11-01',
    });
  });
});

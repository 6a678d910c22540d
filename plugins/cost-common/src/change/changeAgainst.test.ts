import { seriesOf } from '../__testUtils__/series';
import { changeAgainst } from './changeAgainst';

const days = seriesOf(
  '2026-10-01',
  Array.from({ length: 48 }, (_, n) => (n < 31 ? 10 : 12)),
);

describe('changeAgainst', () => {
  it('compares with as many days, whole weeks before', () => {
    expect(
      changeAgainst({ days, from: '2026-11-01', to: '2026-11-18' }),
    ).toEqual({
      from: '2026-10-11',
      to: '2026-10-28',
      amount: '34.00',
      ratio: 0.2,
    });
    // Seven days need no more than one week.
    expect(
      changeAgainst({ days, from: '2026-11-03', to: '2026-11-10' }),
    ).toEqual(expect.objectContaining({ from: '2026-10-27' }));
  });

  it('says nothing where the bill does not reach back', () => {
    const range = { from: '2026-10-15', to: '2026-10-30' };
    expect(changeAgainst({ days, ...range })).toBeUndefined();
    // It does, and the service cost nothing then.
    expect(changeAgainst({ days, ...range, since: '2026-01-01' })).toEqual({
      from: '2026-09-24',
      to: '2026-10-09',
      amount: '70.00',
      ratio: 0.875,
    });
  });

  it('gives no ratio to nothing and to credits', () => {
    const credited = seriesOf('2026-11-01', [-5, 0, 0, 0, 0, 0, 0, 3]);
    expect(
      changeAgainst({ days: credited, from: '2026-11-08', to: '2026-11-09' }),
    ).toEqual({ from: '2026-11-01', to: '2026-11-02', amount: '8.00' });
  });

  it('says nothing of no days', () => {
    expect(
      changeAgainst({ days, from: '2026-11-08', to: '2026-11-08' }),
    ).toBeUndefined();
    expect(
      changeAgainst({ days: [], from: '2026-11-01', to: '2026-11-08' }),
    ).toBeUndefined();
  });
});

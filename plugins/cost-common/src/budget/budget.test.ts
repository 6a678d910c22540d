import { nanosOf } from '../money/unitsOf';
import { budgetOf } from './budgetOf';
import { dueBudgetNotices } from './dueBudgetNotices';

function of(used: number, options: object = {}) {
  return budgetOf({
    amount: '800',
    currency: 'USD',
    used: nanosOf(used),
    from: 'person',
    ...options,
  });
}

describe('budgetOf', () => {
  it('says how much of it is used', () => {
    expect(
      of(415.48, { setBy: 'user:default/kim', notifyAt: [1, 0.5] }),
    ).toEqual({
      amount: '800.00',
      currency: 'USD',
      used: '415.48',
      usedRatio: expect.closeTo(0.51935, 9),
      state: 'under',
      notifyAt: [0.5, 1],
      setBy: 'user:default/kim',
      from: 'person',
    });
  });

  it.each([
    [415, '748', 'under'],
    [415, '800', 'under'],
    [415, '800.01', 'over-expected'],
    [800, '900', 'over-expected'],
    [800.01, '900', 'over'],
    [800.01, undefined, 'over'],
  ])('used %d, expected %s: %s', (used, expected, state) => {
    const forecast = expected === undefined ? undefined : { expected };
    expect(of(used, { forecast }).state).toBe(state);
  });
});

describe('dueBudgetNotices', () => {
  it('tells the highest share that was passed, once', () => {
    const first = dueBudgetNotices({ budget: of(650), told: [] });
    expect(first).toEqual({
      notices: [{ threshold: '0.8', kind: 'used', ratio: 0.8 }],
      told: ['0.5', '0.8'],
    });
    expect(dueBudgetNotices({ budget: of(700), told: first.told })).toEqual({
      notices: [],
      told: [],
    });
    expect(
      dueBudgetNotices({ budget: of(801), told: first.told }).notices,
    ).toEqual([{ threshold: '1', kind: 'used', ratio: 1 }]);
  });

  it('tells once that it will not last, before it is gone', () => {
    const budget = of(300, { forecast: { expected: '900' } });
    const first = dueBudgetNotices({ budget, told: [] });
    expect(first).toEqual({
      notices: [{ threshold: 'expected', kind: 'expected' }],
      told: ['expected'],
    });
    expect(dueBudgetNotices({ budget, told: first.told }).notices).toEqual([]);
    const gone = of(900, { forecast: { expected: '900' } });
    expect(
      dueBudgetNotices({ budget: gone, told: [] }).notices.map(
        ({ threshold }) => threshold,
      ),
    ).toEqual(['1']);
  });

  it('does not come back to a lower share when the month is restated', () => {
    expect(
      dueBudgetNotices({ budget: of(500), told: ['0.5', '0.8'] }).notices,
    ).toEqual([]);
  });

  it('tells nothing of what nobody asked for', () => {
    expect(
      dueBudgetNotices({ budget: of(799, { notifyAt: [] }), told: [] }),
    ).toEqual({ notices: [], told: [] });
  });
});

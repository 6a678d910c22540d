import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { worstObjective } from '../__fixtures__/worstObjective';
import { voice } from '../__testUtils__/voice';
import { budgetFigures } from './budgetFigures';

type Forecast = ObjectiveStatus['forecast'];

const NONE: Forecast = { kind: 'unknown' };

describe('what is left of a budget in an outage', () => {
  const now = new Date('2026-11-03T13:12:05.000Z');
  const figures = (change: Partial<ObjectiveStatus>) =>
    budgetFigures({
      objective: { ...worstObjective, ...change },
      now,
      ...voice(),
    }).map(({ name, value, ground }) => [name, value, ground]);

  it('is told in percent and in events', () => {
    expect(
      figures({
        burnRates: {},
        forecast: NONE,
      }),
    ).toEqual([['Budget left', '74.7%', '24,206 of 32,406 left']]);
  });

  it.each([
    [{ remaining: 0.512 }, undefined, 7_200, '51.2%'],
    [{ remaining: 0.512 }, 900, 8_100, '51.2%'],
    // reads the same, or is not known
    [{ remaining: 0.74704 }, undefined, 7_200, undefined],
    [{}, undefined, 7_200, undefined],
  ])(
    'is marked where time was taken out of it: as measured %j',
    (rawBudget, aheadSeconds, seconds, raw) => {
      const [left, ...others] = budgetFigures({
        objective: {
          ...worstObjective,
          corrections: {
            count: 2,
            excludedSeconds: 7_200,
            aheadSeconds,
            rawBudget,
          },
        },
        now,
        ...voice(),
      });
      expect(left.corrected).toEqual({ count: 2, seconds, raw });
      expect(others.map(({ corrected }) => corrected)).toEqual(
        others.map(() => undefined),
      );
    },
  );

  it('is not marked where nothing was', () => {
    const [left] = budgetFigures({
      objective: worstObjective,
      now,
      ...voice(),
    });
    expect(left.corrected).toBeUndefined();
  });

  it('has no ground where events are not counted, and is below zero as such', () => {
    expect(
      figures({
        budget: { remaining: -0.126 },
        burnRates: {},
        forecast: NONE,
      }),
    ).toEqual([['Budget left', '\u221212.6%', '']]);
  });

  it('burns in both windows', () => {
    const rows = figures({
      budget: {},
      burnRates: { '5m': 384, '1h': 33.8 },
      forecast: NONE,
    });
    expect(rows.map(([name, value]) => [name, value])).toEqual([
      ['Burn, 5 min', '384\u00d7'],
      ['Burn, 1 h', '33.8\u00d7'],
    ]);
  });

  it.each([
    ['2026-11-03T13:54:05.000Z', '42 min'],
    ['2026-11-03T13:00:00.000Z', 'a moment'],
  ])('is gone as forecast: at %p in %p', (at, value) => {
    const rows = figures({
      budget: {},
      burnRates: {},
      forecast: { kind: 'at', at, burnRate: 384, window: '5m' },
    });
    expect(rows).toEqual([['Gone in', value, 'at this rate']]);
  });

  it.each<Forecast>([
    { kind: 'exhausted' },
    { kind: 'unknown' },
    { kind: 'not-in-sight', burnRate: 0.4, window: '1h' },
  ])('says no more of a budget that is %j', forecast => {
    expect(
      figures({
        budget: {},
        burnRates: {},
        forecast,
      }),
    ).toEqual([]);
  });
});

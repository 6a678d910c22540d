import { stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderWords } from '../__testUtils__/renderWords';
import { useFigures } from './useFigures';

describe('the figures of an objective', () => {
  beforeEach(() => stopDate('2026-11-19T09:23:36.000Z'));
  afterEach(() => jest.useRealTimers());

  const figure = (objective: ObjectiveStatus, id: string) =>
    renderWords(() => useFigures({ objective })).find(one => one.id === id);

  it('says when the budget will be gone, and at which rate', () => {
    expect(figure(objectiveInState('burning'), 'forecast')).toMatchObject({
      value: 'in 41 min 24 s',
      ground: 'at 384\u00d7 over 1 h',
    });
  });

  it('tells the burn of a stretch that can call somebody, where slices are long', () => {
    const slices = (sliceSeconds: number) =>
      objectiveStatus({
        budgeting: 'timeslices',
        sliceSeconds,
        burnRates: { '1h': 20, '6h': 4, '1d': 2 },
      });
    expect(figure(slices(1_800), 'burnRate.1h')).toMatchObject({
      label: 'Burn now, 1 h',
      value: '20.0\u00d7',
      ground: 'pages from 14.4\u00d7',
    });
    expect(figure(slices(3_600), 'burnRate.6h')).toMatchObject({
      label: 'Burn now, 6 h',
      value: '4.0\u00d7',
      ground: 'pages from 6.0\u00d7',
    });
    expect(figure(slices(14_400), 'burnRate.1d')).toMatchObject({
      label: 'Burn now, 24 h',
      ground: 'no pair can page',
    });
  });

  it('says that the budget is gone already', () => {
    const exhausted = objectiveInState('exhausted');
    expect(figure(exhausted, 'forecast')).toMatchObject({
      value: 'already',
      ground: 'no budget left in this window',
    });
    expect(figure(exhausted, 'budget.remaining')).toMatchObject({
      value: '\u221212.6%',
      ground: '12.6% overspent: 126 over the 1,000 allowed',
    });
  });

  it('says of a window that is hardly measured that its budget is so far', () => {
    const warming = { ...objectiveInState('warming-up'), coverage: 0.164 };
    expect(figure(warming, 'budget.remaining')).toMatchObject({
      value: '52.4%',
      ground: 'so far, 16.4% of the window measured',
      provisional: true,
    });
    expect(figure(warming, 'sli')).not.toHaveProperty('provisional');
    expect(figure(objectiveStatus(), 'budget.remaining')).not.toHaveProperty(
      'provisional',
    );
  });

  it('tells the age of what is no longer known', () => {
    const stale = objectiveInState('unknown');
    for (const id of ['budget.remaining', 'sli', 'burnRate.1h', 'coverage']) {
      expect(figure(stale, id)?.ground).toMatch(/^as of \d\d:10$/);
    }
    // Nothing was known, so nothing is old.
    expect(figure({ ...stale, budget: {} }, 'budget.remaining')?.ground).toBe(
      'too little is measured',
    );
  });

  it('leaves out what was never measured, and says so', () => {
    const silent = objectiveInState('no-data');
    for (const id of ['budget.remaining', 'sli', 'burnRate.1h', 'forecast']) {
      expect(figure(silent, id)).toMatchObject({ id, value: undefined });
    }
    expect(figure(silent, 'coverage')?.ground).toBe('nothing measured');
    expect(figure(silent, 'forecast')?.ground).toBe('too little is measured');
  });

  it('leads with the projection of a calendar window', () => {
    const month = calendarObjective();
    expect(figure(month, 'projected.remaining')).toMatchObject({
      label: 'Budget left, projected',
      value: '79.7%',
      ground: '70.5% so far',
    });
    expect(figure(month, 'budget.remaining')).toBeUndefined();
    expect(figure(month, 'coverage')?.ground).toBe('nothing missing');
  });

  it('tells one gap with its day', () => {
    const objective = objectiveStatus();
    const gap = {
      from: '2026-10-28T01:00:00.000Z',
      to: '2026-10-28T03:00:00.000Z',
      reason: 'source-down' as const,
    };
    const history = {
      from: objective.windowFrom ?? '',
      to: objective.windowTo ?? '',
      step: 3600,
      view: 'rolling' as const,
      points: [],
      gaps: [gap],
    };
    const coverage = renderWords(() => useFigures({ objective, history })).find(
      ({ id }) => id === 'coverage',
    );
    expect(coverage?.ground).toMatch(/^2 h.* missing on Oct 28/);
  });
});

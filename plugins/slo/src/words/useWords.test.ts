import { refName } from '@plimsoll/plugin-plimsoll-react';
import type { WindowDuration } from '@plimsoll/plugin-slo-common';
import { calendarObjective } from '../__fixtures__/calendarObjective';
import { objectiveInState } from '../__fixtures__/objectivesInEveryState';
import { objectiveStatus } from '../__fixtures__/objectiveStatus';
import { renderWords } from '../__testUtils__/renderWords';
import { useWords } from './useWords';
import { zoneName } from './zoneName';

describe('words about an objective', () => {
  const words = renderWords(useWords);
  const now = new Date('2026-11-19T09:24:12.000Z');

  it.each<[WindowDuration, string]>([
    [{ value: 1, unit: 'm' }, '1 minute, rolling'],
    [{ value: 12, unit: 'h' }, '12 hours, rolling'],
    [{ value: 30, unit: 'd' }, '30 days, rolling'],
    [{ value: 1, unit: 'w' }, '1 week, rolling'],
    [{ value: 2, unit: 'M' }, '2 months, rolling'],
    [{ value: 1, unit: 'Q' }, '1 quarter, rolling'],
    [{ value: 1, unit: 'Y' }, '1 year, rolling'],
  ])('%j reads %s', (duration, text) => {
    expect(
      words.window(objectiveStatus({ window: { kind: 'rolling', duration } })),
    ).toBe(text);
  });

  it('tells a calendar month by its name and its zone', () => {
    const month = calendarObjective();
    expect(words.window(month)).toBe('November, Warsaw');
    expect(words.shortWindow(month)).toBe('November');
  });

  it('ends a longer calendar window with the last day in it', () => {
    const { window, ...rest } = calendarObjective();
    const quarter = {
      ...rest,
      window: { ...window, duration: { value: 1, unit: 'Q' } as const },
      windowFrom: '2026-09-30T22:00:00.000Z',
      windowTo: '2026-12-31T23:00:00.000Z',
    };
    const text = words.shortWindow(quarter);
    expect(text).toMatch(/Oct 1.* to .*Dec 31/);
  });

  it('tells a calendar window that was never evaluated by its length', () => {
    expect(
      words.shortWindow({ ...calendarObjective(), windowFrom: undefined }),
    ).toBe('1 month');
  });

  it.each([
    ['unknown', 'Unknown for 14 min'],
    ['no-data', 'No data for 6 h 1 min'],
    ['warming-up', 'Warming up, 0.05%'],
    ['ok', undefined],
    ['burning', undefined],
    ['exhausted', undefined],
  ] as const)('gives %s its extent where there is one', (state, text) => {
    expect(words.state(objectiveInState(state), now)).toBe(text);
  });

  it('does not tell a share of a window whose length is not known', () => {
    const reason = { code: 'window-not-covered' } as const;
    expect(
      words.state(objectiveStatus({ state: 'warming-up', reason }), now),
    ).toBeUndefined();
  });

  it.each([
    ['events', { bad: 15_428, allowed: 32_412.8 }, '16,985 of 32,413 left'],
    ['events', { bad: 1_126, allowed: 1_000 }, '126 over the 1,000 allowed'],
    ['slices', { bad: 3, allowed: 43 }, '40 of 43 slices left'],
    ['slices', { bad: 50, allowed: 43 }, '7 slices over the 43 allowed'],
    ['events', { bad: 10, allowed: 10 }, '0 of 10 left'],
    ['events', { bad: 3 }, undefined],
    ['events', {}, undefined],
  ] as const)('counts %s of %j', (unit, budget, text) => {
    expect(words.budget(unit, budget)).toBe(text);
  });

  it('calls entities by their names, and by a namespace of their own', () => {
    expect(refName('group:default/payments-crew')).toBe('payments-crew');
    expect(refName('component:shop/cart')).toBe('shop/cart');
  });

  it('calls a zone by its city', () => {
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zoneName('UTC')).toBe('UTC');
  });
});

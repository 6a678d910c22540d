import type { UnitCost } from '@plimsoll/plugin-cost-common';
import { dearDeployment } from '../__fixtures__/checkoutDeployments';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { changeFigure, changeText, isNotable } from './changeText';
import { dayText, monthText, spanText } from './dayText';
import { unitCostGround } from './unitCostGround';
import { unitName } from './unitName';

beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a change', () => {
  const change = { from: '2026-10-15', to: '2026-11-01', amount: '16.36' };
  const text = (ratio?: number, to = change.to) =>
    changeText({
      change: { ...change, to, ratio },
      from: '2026-11-01',
      currency: 'USD',
      ...voice(),
    });

  it('is told in percent, with what it is compared with', () => {
    expect(text(0.041)).toBe('+4.1% on the 17 days before');
    expect(text(-0.2, '2026-10-16')).toBe(
      '\u221220.0% on the same weekday before',
    );
    expect(text(0.1, '2026-10-30')).toBe('+10.0% on 15 same weekdays before');
  });

  it('is told in money where there was nothing before', () => {
    expect(text()).toBe('+$16.36 on the 17 days before');
    expect(
      changeText({
        change: undefined,
        from: '2026-11-01',
        currency: 'USD',
        ...voice(),
      }),
    ).toBe('nothing to compare with yet');
    expect(
      changeFigure({
        change: { amount: '-3.18' },
        currency: 'USD',
        ...voice(),
      }),
    ).toBe('\u2212$3.18');
  });

  it.each([
    [0.05, false],
    [0.0501, true],
    [-0.0501, true],
    [undefined, false],
  ])('of %p is notable: %p', (ratio, notable) => {
    expect(isNotable(ratio)).toBe(notable);
  });
});

describe('days', () => {
  it('are those of the bill, in UTC, whatever zone the reader lives in', () => {
    expect(dayText('2026-11-17', voice())).toBe('17 Nov');
    expect(dayText('2025-11-17', voice())).toBe('17 Nov 2025');
    expect(monthText('2026-11-01', voice())).toBe('November');
    expect(monthText('2025-11-01', voice())).toBe('November 2025');
    expect(monthText('2026-11-01', voice(), { short: true })).toBe('Nov');
  });

  it.each([
    ['2026-11-01', '2026-11-18', /^1\s?\u2013\s?17 November$/],
    ['2026-10-19', '2026-11-18', /^19 October\s?\u2013\s?17 November$/],
    ['2026-11-01', '2026-11-02', /^1 November$/],
    ['2026-11-01', '2026-11-01', /^1 November$/],
  ])('from %s to before %s', (from, to, expected) => {
    expect(spanText({ from, to }, voice())).toMatch(expected);
  });
});

describe('a unit', () => {
  const unitCost = (rest: Partial<UnitCost>): UnitCost => ({
    unit: 'requests',
    per: 1_000_000,
    state: 'ok',
    days: [],
    ...rest,
  });
  const ground = (rest: Partial<UnitCost>) =>
    unitCostGround({ unitCost: unitCost(rest), currency: 'USD', ...voice() });

  it.each([
    ['requests', 1_000_000, 'Per 1M requests'],
    ['orders', 1_000, 'Per 1,000 orders'],
    ['orders', 2_500_000, 'Per 2,500,000 orders'],
  ])('of %s per %d', (unit, per, name) => {
    expect(unitName({ unit, per }, voice())).toBe(name);
  });

  it.each<[Partial<UnitCost>, string]>([
    [{ state: 'no-volume' }, 'no requests were counted in these days'],
    [{ state: 'too-few', unit: 'orders' }, 'too few orders for a figure'],
    [{ state: 'no-cost' }, 'no bill for these days yet'],
    [
      { state: 'not-counted' },
      'no objective counts the requests of this service',
    ],
    [{ state: 'waiting' }, 'requests are being counted, within the hour'],
    [{ perDay: 179_999.6, unit: 'orders' }, '180,000 orders a day'],
    [{}, ''],
    [
      { changedBy: dearDeployment, perDay: 1 },
      '+7.5% since v2.33.0 on 11 Nov, from $21.74 to $23.37',
    ],
    [
      { changedBy: { ...dearDeployment, alternatives: ['d-2'] }, perDay: 1 },
      '+7.5% since v2.33.0, or one released with it, on 11 Nov, from $21.74 to $23.37',
    ],
    [
      { changedBy: { ...dearDeployment, change: undefined }, perDay: 2 },
      '2 requests a day',
    ],
  ])('with %j', (rest, text) => {
    expect(ground(rest)).toBe(text);
  });
});

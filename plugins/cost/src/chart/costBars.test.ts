import { checkoutCost } from '../__fixtures__/checkoutCost';
import { checkoutDays } from '../__fixtures__/checkoutDays';
import { NOW } from '../__fixtures__/checkoutEntity';
import { voice } from '../__testUtils__/voice';
import { chartFinding } from './chartFinding';
import { dayBars, monthBars } from './costBars';

describe('the bars of the chart', () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(NOW) }));
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('are UTC days, Mondays named, the last two expected', () => {
    const bars = dayBars(checkoutDays, ['compute'], voice());
    expect(bars).toHaveLength(32);
    expect(bars[0].bar).toMatchObject({
      from: new Date('2026-10-19T00:00:00Z'),
      to: new Date('2026-10-20T00:00:00Z'),
      label: '19 Oct',
    });
    expect(bars.filter(({ bar }) => bar.label)).toHaveLength(5);
    expect(bars[31].bar).toMatchObject({ incomplete: true, expected: 25.3 });
  });

  it('are months, of which the running one is its forecast', () => {
    const bars = monthBars(checkoutCost(), ['compute'], voice());
    expect(bars[0].name).toBe('November 2025');
    expect(bars[12].bar).toMatchObject({
      to: new Date('2026-12-01T00:00:00Z'),
      incomplete: true,
      expected: 748.21,
    });
    expect(
      monthBars(checkoutCost({ forecast: undefined }), [], voice())[12].bar
        .expected,
    ).toBeUndefined();
  });

  it('say that no bill is complete', () => {
    expect(
      chartFinding({
        bars: dayBars(checkoutDays.slice(30), [], voice()),
        currency: 'USD',
        ...voice(),
      }),
    ).toBe('No complete bill in this time.');
  });
});

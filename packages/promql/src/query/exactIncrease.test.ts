import {
  anchoredIncrease,
  carefulIncrease,
  carefulStep,
  exactIncrease,
  resetCount,
} from './exactIncrease';

describe('exactIncrease', () => {
  const minute = { windowSeconds: 300, scrapeSeconds: 60 };

  it('is the last value less the last one before the window, or the first in it', () => {
    expect(exactIncrease('x', minute)).toBe(
      '(last_over_time(x[299999ms]) - (last_over_time(x[599999ms] offset 300s) or min_over_time(x[299999ms])))',
    );
  });

  it('finds the last value of a short window within five minutes', () => {
    expect(exactIncrease('x', { ...minute, windowSeconds: 60 })).toBe(
      '(last_over_time(x[299999ms]) - (last_over_time(x[599999ms] offset 60s) or min_over_time(x[59999ms])))',
    );
  });

  it('finds the last value within two scrapes where those are far apart', () => {
    expect(
      exactIncrease('x', { windowSeconds: 300, scrapeSeconds: 300 }),
    ).toContain('(last_over_time(x[599999ms]) -');
    expect(exactIncrease('x', { ...minute, windowSeconds: 900 })).toContain(
      '(last_over_time(x[899999ms]) -',
    );
  });

  it('adds the growth of a fine grid up where it must be careful', () => {
    const now = 'last_over_time(x[599999ms])';
    const before = 'last_over_time(x[599999ms] offset 15s)';
    expect(carefulIncrease('x', minute)).toBe(
      `sum_over_time(((${now} - ${before} >= 0) or 0 + (${now} < ${before}) or (${now} - min_over_time(x[14999ms])))[299999ms:15s])`,
    );
  });

  it('leaves the differences to a server that takes them, also between two scrapes', () => {
    expect(anchoredIncrease('x', minute)).toBe('increase(x[300s] anchored)');
    expect(anchoredIncrease('x', { ...minute, windowSeconds: 60 })).toBe(
      '(increase(x[60s] anchored) or 0 * last_over_time(x[299999ms]))',
    );
  });

  it('looks for resets as far back as the last value before the window may lie', () => {
    expect(resetCount('x', minute)).toBe('resets(x[899999ms])');
  });

  it.each([
    [300, 60, 15],
    [300, 15, 15],
    [300, 10, 5],
    [300, 4, 3],
    [300, 2, 1],
    [100, 60, 5],
    [150, 60, 15],
    [75, 60, 15],
  ])('uses a grid that fits %d s scraped each %d s', (window, scrape, step) => {
    expect(carefulStep({ windowSeconds: window, scrapeSeconds: scrape })).toBe(
      step,
    );
  });
});

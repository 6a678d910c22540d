import { shownPercent } from './shownPercent';

describe('shownPercent', () => {
  it.each([
    [0.524, 1, 52.4],
    [-0.126, 1, -12.6],
    [12.5, 0, 1250],
    // The double next to 99.995 lies below it; the reader sees it rounded up.
    [0.99995, 2, 100],
    [0.8999995, 4, 90],
  ])('reads %p with %p decimals as %p', (ratio, decimals, percent) => {
    expect(shownPercent(ratio, decimals)).toBe(percent);
  });
});

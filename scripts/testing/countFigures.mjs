import { isMissed } from '../bench/benchTable.mjs';

/**
 * Takes each target of a bench for a test. A bench without any was not
 * measured, for want of a program: that is a skipped test.
 *
 * @param {import('../bench/findBenches.mjs').Figure[]} figures
 * @returns {import('./runSuite.mjs').SuiteCounts}
 */
export function countFigures(figures) {
  const promised = figures.filter(({ target }) => target !== undefined);
  const missed = promised.filter(isMissed);
  return {
    passed: promised.length - missed.length,
    failed: missed.length,
    skipped: promised.length === 0 ? 1 : 0,
    notes: missed.map(
      ({ figure, value, unit }) => `${figure}: ${value} ${unit}`,
    ),
  };
}

/**
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {string[]} notes sentences about what failed or was skipped
 */

/**
 * In CI a skipped test is a failed one: what is not run there is run nowhere.
 *
 * @param {SuiteResult} result
 * @returns {SuiteResult}
 */
export function withoutSkips(result) {
  return result.skipped === 0
    ? result
    : {
        ...result,
        failed: result.failed + result.skipped,
        skipped: 0,
        notes: [
          ...result.notes,
          `${result.skipped} skipped; with CI=true that is a failure.`,
        ],
      };
}

/**
 * The closing lines: one for each suite, then the total alone on the last line.
 *
 * @param {SuiteResult[]} results
 * @returns {string}
 */
export function closingLines(results) {
  const rows = [
    ['suite', 'passed', 'failed', 'skipped', 'seconds'],
    ...results.map(({ name, passed, failed, skipped, seconds }) => [
      name,
      String(passed),
      String(failed),
      String(skipped),
      seconds.toFixed(1),
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const table = rows.map(row =>
    row
      .map((cell, column) =>
        column === 0
          ? cell.padEnd(widths[column])
          : cell.padStart(widths[column]),
      )
      .join('  '),
  );
  const notes = results.flatMap(({ name, notes: lines }) =>
    lines.map(line => `${name}: ${line}`),
  );
  return [...table, ...notes, totalLine(results)].join('\n');
}

/**
 * @param {SuiteResult[]} results
 * @returns {string} for instance "12 passed, 0 failed, 1 skipped"
 */
export function totalLine(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  return (
    `${sum('passed')} passed, ${sum('failed')} failed` +
    (skipped > 0 ? `, ${skipped} skipped` : '')
  );
}

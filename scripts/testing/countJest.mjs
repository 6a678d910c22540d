/** Backstage's `eachSupportedId` puts the database into a test's name. */
const ON_POSTGRES = /POSTGRES_\d+/;

/**
 * @typedef {object} JestCounts
 * @property {number} passed
 * @property {number} failed failed tests, and test files that could not be run
 * @property {number} skipped
 * @property {string[]} leftOut what skipped tests stand under; where a program
 *   is missing, that is a sentence that says so
 * @property {number} onPostgres passed tests that ran on PostgreSQL
 * @property {{ file: string, test: string, message: string }[]} failures
 */

/**
 * Reads what jest writes with `--json`.
 *
 * @param {object} json
 * @returns {JestCounts}
 */
export function countJest(json) {
  const tests = json.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(test => ({ file, ...test })),
  );
  const failures = tests
    .filter(({ status }) => status === 'failed')
    .map(({ file, fullName, failureMessages }) => ({
      file,
      test: fullName,
      message: failureMessages.join('\n'),
    }));
  for (const { name, status, message, assertionResults } of json.testResults) {
    if (
      status === 'failed' &&
      !assertionResults.some(test => test.status === 'failed')
    ) {
      failures.push({ file: name, test: 'the file itself', message });
    }
  }
  const skipped = tests.filter(({ status }) =>
    ['pending', 'skipped', 'todo', 'disabled'].includes(status),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failures.length,
    skipped: skipped.length,
    leftOut: [
      ...new Set(
        skipped.map(({ ancestorTitles = [], fullName }) =>
          String(ancestorTitles[0] ?? fullName),
        ),
      ),
    ],
    onPostgres: tests.filter(
      ({ status, fullName }) =>
        status === 'passed' && ON_POSTGRES.test(fullName),
    ).length,
    failures,
  };
}

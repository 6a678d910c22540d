import { showLog } from './showLog.mjs';

/**
 * Runs programs that either agree or do not: each is one passed or failed test.
 *
 * @param {Parameters<import('./runSuite.mjs').SuiteContext['runProgram']>[0][]} programs
 * @param {import('./runSuite.mjs').SuiteContext} context
 * @returns {Promise<import('./runSuite.mjs').SuiteCounts>}
 */
export async function runChecks(programs, { runProgram }) {
  const counts = { passed: 0, failed: 0, skipped: 0, notes: [] };
  for (const program of programs) {
    const { exitCode, log } = await runProgram(program);
    if (exitCode === 0) {
      counts.passed += 1;
    } else {
      counts.failed += 1;
      counts.notes.push(`${program.name} failed; ${showLog(log)}`);
    }
  }
  return counts;
}

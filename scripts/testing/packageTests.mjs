import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../setup/paths.mjs';
import { countJest } from './countJest.mjs';
import { failureLines } from './failureLines.mjs';
import { showLog } from './showLog.mjs';

/**
 * What a suite does that runs the tests of one package whose files have an
 * ending of their own.
 *
 * @param {object} options
 * @param {string} options.name of the log and of the results
 * @param {string} options.plugin folder of the package below `plugins`
 * @param {string} options.match the files, as jest's testMatch
 * @param {number} [options.atOnce] files that run at the same time: one, since
 *   they start programs
 * @returns {(context: import('./runSuite.mjs').SuiteContext) => Promise<import('./runSuite.mjs').SuiteCounts>}
 */
export function packageTests({ name, plugin, match, atOnce = 1 }) {
  return async ({ env, runProgram, resultFile }) => {
    const results = resultFile(`${name}.json`);
    rmSync(results, { force: true });
    const { exitCode, log } = await runProgram({
      name,
      command: 'backstage-cli',
      cwd: join(paths.root, 'plugins', plugin),
      env: { ...env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
      args: [
        'package',
        'test',
        '--watchAll=false',
        '--ci',
        `--maxWorkers=${atOnce}`,
        `--cacheDirectory=${join(paths.cache, 'jest')}`,
        `--testMatch=${match}`,
        '--json',
        `--outputFile=${results}`,
      ],
    });
    const counts = existsSync(results)
      ? countJest(JSON.parse(readFileSync(results, 'utf8')))
      : { passed: 0, failed: 1, skipped: 0, leftOut: [], failures: [] };
    process.stdout.write(failureLines(counts.failures));
    const failed = Math.max(counts.failed, exitCode === 0 ? 0 : 1);
    return {
      passed: counts.passed,
      failed,
      skipped: counts.skipped,
      notes: [
        ...counts.leftOut.map(what => `left out: ${what}`),
        ...(failed > 0 ? [showLog(log)] : []),
      ],
    };
  };
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sayWhile } from '../console/say.mjs';
import { Sentence } from '../console/Sentence.mjs';
import { run } from '../process/run.mjs';
import { paths } from '../setup/paths.mjs';

/** Far beyond what any suite takes, so that one that hangs is ended and named. */
const LIMIT_MINUTES = 240;

/**
 * A suite of `npm test`.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} fast whether `--fast` runs it
 * @property {boolean} choosesTests whether words and files can choose from it
 * @property {string[]} peers programs it runs against; with `--fast`, none
 * @property {(context: SuiteContext) => Promise<SuiteCounts>} run
 *
 * @typedef {object} SuiteContext
 * @property {import('./readTestOptions.mjs').TestOptions} options
 * @property {NodeJS.ProcessEnv} env with the variables of its peers
 * @property {{ name: string, why: string }[]} missing peers that cannot be had
 * @property {(program: { name: string, command: string, args: string[], cwd?: string, env?: NodeJS.ProcessEnv }) => Promise<{ exitCode: number, log: string }>} runProgram
 *   runs a program of the checkout with its output in a log
 * @property {(name: string) => string} resultFile a path for a suite's results
 *
 * @typedef {object} SuiteCounts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} [notes]
 */

/**
 * Runs one suite. An error of the suite itself is a failed test of it.
 *
 * @param {Suite} suite
 * @param {Omit<SuiteContext, 'runProgram' | 'resultFile'>} context
 * @returns {Promise<import('./report.mjs').SuiteResult>}
 */
export async function runSuite(suite, context) {
  const startedAt = Date.now();
  let counts;
  try {
    counts = await sayWhile(
      `running ${suite.name}`,
      () => suite.run({ ...context, ...programs(context) }),
      { everySeconds: 60 },
    );
  } catch (error) {
    if (error instanceof Sentence && error.details) {
      process.stdout.write(`\n${error.details.trimEnd()}\n\n`);
    }
    counts = {
      passed: 0,
      failed: 1,
      skipped: 0,
      notes: [error instanceof Sentence ? error.message : String(error?.stack)],
    };
  }
  return {
    notes: [],
    ...counts,
    name: suite.name,
    seconds: (Date.now() - startedAt) / 1000,
  };
}

function programs({ env }) {
  mkdirSync(paths.results, { recursive: true });
  return {
    runProgram: async ({ name, ...program }) => {
      const log = join(paths.logs, `${name}.log`);
      const exitCode = await run({
        cwd: paths.root,
        env,
        limitMinutes: LIMIT_MINUTES,
        ...program,
        log,
      });
      return { exitCode, log };
    },
    resultFile: name => join(paths.results, name),
  };
}

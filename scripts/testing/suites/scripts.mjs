import { readFileSync, rmSync } from 'node:fs';
import { countTap } from '../countTap.mjs';
import { showLog } from '../showLog.mjs';

/** The scripts of this folder. */
export const scripts = {
  name: 'scripts',
  fast: true,
  choosesTests: true,
  peers: [],
  run: async ({ options, runProgram, resultFile }) => {
    const results = resultFile('scripts.tap');
    rmSync(results, { force: true });
    const { exitCode, log } = await runProgram({
      name: 'scripts',
      command: 'node',
      args: [
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${results}`,
        ...(options.grep ? [`--test-name-pattern=${options.grep}`] : []),
        'scripts/**/*.test.mjs',
      ],
    });
    const counts = countTap(readFileSync(results, 'utf8'));
    const failed = Math.max(counts.failed, exitCode === 0 ? 0 : 1);
    return { ...counts, failed, notes: failed > 0 ? [showLog(log)] : [] };
  },
};

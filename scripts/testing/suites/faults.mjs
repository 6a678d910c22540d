import { existsSync, readFileSync, rmSync } from 'node:fs';
import { countFigures } from '../countFigures.mjs';
import { showLog } from '../showLog.mjs';

/**
 * The doors under `kill -9` and a PostgreSQL that stops at once: two minutes of
 * what `npm run bench -- faults` does for a quarter of an hour. Each promise is a
 * test.
 */
export const faults = {
  name: 'faults',
  fast: false,
  choosesTests: false,
  peers: [],
  run: async ({ env, runProgram, resultFile }) => {
    const results = resultFile('faults.json');
    rmSync(results, { force: true });
    const { exitCode, log } = await runProgram({
      name: 'faults',
      command: 'node',
      args: ['scripts/bench.mjs', 'faults'],
      env: { ...env, PLIMSOLL_FAULTS: 'short', PLIMSOLL_RESULTS: results },
    });
    const counts = countFigures(
      existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [],
    );
    const isWrong = counts.failed > 0 || exitCode !== 0;
    return {
      ...counts,
      failed: Math.max(counts.failed, exitCode === 0 ? 0 : 1),
      notes: isWrong ? [...counts.notes, showLog(log)] : counts.notes,
    };
  },
};

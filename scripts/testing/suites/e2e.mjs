import { existsSync, readFileSync, rmSync } from 'node:fs';
import { showLog } from '../showLog.mjs';

/**
 * The portal in a real browser, beside a real Prometheus, VictoriaMetrics and
 * Alertmanager. The contract with
 * e2e-tests/run.mjs: it writes `{ passed, failed, skipped }` to the file that
 * PLIMSOLL_RESULTS names and ends with 0 when nothing failed.
 */
export const e2e = {
  name: 'e2e',
  fast: false,
  choosesTests: true,
  peers: ['prometheus', 'victoria-metrics', 'alertmanager', 'chromium'],
  run: async ({ options, env, runProgram, resultFile }) => {
    const results = resultFile('e2e.json');
    rmSync(results, { force: true });
    const { exitCode, log } = await runProgram({
      name: 'e2e',
      command: 'node',
      args: ['e2e-tests/run.mjs', ...options.files],
      env: {
        ...env,
        PLIMSOLL_RESULTS: results,
        ...(options.grep ? { PLIMSOLL_GREP: options.grep } : {}),
      },
    });
    const counts = existsSync(results)
      ? JSON.parse(readFileSync(results, 'utf8'))
      : { passed: 0, failed: 1, skipped: 0 };
    const failed = Math.max(counts.failed, exitCode === 0 ? 0 : 1);
    return { ...counts, failed, notes: failed > 0 ? [showLog(log)] : [] };
  },
};

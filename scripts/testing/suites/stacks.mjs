import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../setup/paths.mjs';
import { countJest } from '../countJest.mjs';
import { failureLines } from '../failureLines.mjs';
import { showLog } from '../showLog.mjs';

/**
 * A new service of each stack, as "create service" writes it: installed, tested
 * and run with the real tools, watched by a real Prometheus with its own rules,
 * its alerts routed by a real Alertmanager. One after the other, a few minutes
 * each; a stack whose tools this machine lacks is skipped.
 */
export const stacks = {
  name: 'stacks',
  fast: false,
  choosesTests: false,
  // ten minutes, and Python, Java and their packages from elsewhere
  onlyByName: true,
  peers: ['postgres', 'prometheus', 'alertmanager', 'redis'],
  run: async ({ env, runProgram, resultFile }) => {
    const results = resultFile('stacks.json');
    rmSync(results, { force: true });
    const { exitCode, log } = await runProgram({
      name: 'stacks',
      command: 'backstage-cli',
      cwd: join(paths.root, 'plugins', 'scaffolder-backend-module-golden-path'),
      env: { ...env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
      args: [
        'package',
        'test',
        '--watchAll=false',
        '--ci',
        '--runInBand',
        '--testMatch=**/*.stack.ts',
        '--json',
        `--outputFile=${results}`,
      ],
    });
    const counts = existsSync(results)
      ? countJest(JSON.parse(readFileSync(results, 'utf8')))
      : { passed: 0, failed: 1, skipped: 0, failures: [] };
    process.stdout.write(failureLines(counts.failures));
    const failed = Math.max(counts.failed, exitCode === 0 ? 0 : 1);
    return {
      passed: counts.passed,
      failed,
      skipped: counts.skipped,
      notes: failed > 0 ? [showLog(log)] : [],
    };
  },
};

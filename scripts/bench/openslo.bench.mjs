import { join } from 'node:path';
import { run } from '../process/run.mjs';
import { paths } from '../setup/paths.mjs';

const DOCUMENTS = 20_000;

/** Generated and broken documents through the reader of OpenSLO. */
export const bench = {
  run: async ({ env, say }) => {
    say(`${DOCUMENTS} documents`);
    const start = performance.now();
    const exitCode = await run({
      command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
      args: ['package', 'test', '--watchAll=false', 'openslo/fuzz'],
      cwd: join(paths.root, 'plugins/slo-common'),
      env: { ...env, CI: 'true', PLIMSOLL_FUZZ_DOCUMENTS: String(DOCUMENTS) },
      log: join(paths.logs, 'bench-openslo.log'),
      limitMinutes: 10,
    });
    return [
      {
        figure: `${DOCUMENTS} documents read (test runner included)`,
        value: (performance.now() - start) / 1000,
        unit: 's',
      },
      {
        figure: 'crashes, hangs over 1 s, refusals without a path',
        value: exitCode === 0 ? 0 : 1,
        unit: 'runs failed',
        target: { atMost: 0 },
      },
    ];
  },
};

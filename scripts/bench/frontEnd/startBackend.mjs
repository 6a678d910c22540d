import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGuarded } from '../../process/startGuarded.mjs';
import { waitForHttp } from '../../process/waitForHttp.mjs';
import { findFreePort } from '../../process/ports.mjs';
import { paths } from '../../setup/paths.mjs';

/**
 * The portal's backend on a database of its own, which also serves the front
 * end that was built last.
 *
 * @param {{ env: NodeJS.ProcessEnv, runFolder: string }} options
 */
export async function startBackend({ env, runFolder }) {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const config = join(runFolder, 'bench-config.yaml');
  writeFileSync(
    config,
    JSON.stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { port, host: '127.0.0.1' },
        cors: { origin: url },
        database: { connection: { directory: join(runFolder, 'db') } },
      },
    }),
  );
  const backend = startGuarded({
    command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
    args: [
      'package',
      'start',
      '--config',
      join(paths.root, 'app-config.yaml'),
      '--config',
      config,
    ],
    cwd: join(paths.root, 'packages/backend'),
    env: { ...env, NODE_ENV: 'development' },
    log: join(paths.logs, 'bench-backend.log'),
  });
  const deadline = Date.now() + 120_000;
  const ready = await waitForHttp({
    url: `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
    goOn: () => Date.now() < deadline,
  });
  if (!ready) {
    await backend.stop();
    throw new Error('The backend was not ready after 120 s');
  }
  return { url, stop: backend.stop };
}

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort, isPortTaken } from '../process/ports.mjs';
import { onStop } from '../process/stopping.mjs';
import { paths } from '../setup/paths.mjs';

/** Starts the portal as a newcomer does, and stops it as with Ctrl-C. */
async function startAndStop({ env }) {
  const startedAt = Date.now();
  const secondsNow = () => (Date.now() - startedAt) / 1000;
  const start = spawn(
    process.execPath,
    [join(paths.root, 'scripts', 'start.mjs')],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const forget = onStop(() => start.kill('SIGTERM'));
  const ended = new Promise(resolve => start.once('exit', resolve));
  const ready = await new Promise(resolve => {
    start.stdout.on('data', text => {
      if (String(text).includes('ready at http')) {
        resolve(true);
      }
    });
    ended.then(() => resolve(false));
  });
  const readySeconds = ready ? secondsNow() : NaN;
  start.kill('SIGINT');
  await ended;
  forget();
  return { readySeconds, stopSeconds: secondsNow() - readySeconds };
}

/** How long a person waits for the portal, with the packages installed. */
export const bench = {
  run: async ({ env, runFolder, say }) => {
    const ports = [
      await findFreePort(),
      await findFreePort(),
      await findFreePort(),
    ];
    const data = join(runFolder, 'start-data');
    mkdirSync(data, { recursive: true });
    const settings = {
      ...env,
      PLIMSOLL_PORT: String(ports[0]),
      PLIMSOLL_BACKEND_PORT: String(ports[1]),
      PLIMSOLL_FORGE_PORT: String(ports[2]),
      APP_CONFIG_backend_database_connection_directory: data,
    };
    say('on empty databases');
    const first = await startAndStop({ env: settings });
    say('again, on what the first start left');
    const second = await startAndStop({ env: settings });
    const left = (await Promise.all(ports.map(isPortTaken))).filter(Boolean);
    return [
      {
        figure: 'start on empty databases',
        value: first.readySeconds,
        unit: 's',
      },
      {
        figure: 'second start',
        value: second.readySeconds,
        unit: 's',
        target: { atMost: 40 },
      },
      {
        figure: 'stop',
        value: second.stopSeconds,
        unit: 's',
        target: { atMost: 10 },
      },
      {
        figure: 'ports still in use after it',
        value: left.length,
        unit: 'ports',
        target: { atMost: 0 },
      },
    ];
  },
};

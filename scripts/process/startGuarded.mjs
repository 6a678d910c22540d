import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStopping, onStop } from './stopping.mjs';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));

/**
 * Starts a program that cannot outlive this process: it has a process group of
 * its own, watched by a small guard, and the group ends with `stop()`, with
 * this process, or when the program itself ends.
 *
 * Once this process is stopping, nothing is started any more and `exited` stays
 * open: who waits for it has nothing left to do.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} [options.args]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.log] file that takes its output; without one the
 *   output goes to the terminal
 * @param {boolean} [options.append] adds to the log instead of beginning anew
 * @param {number} [options.uid] the user it runs as (only root can choose)
 * @param {number} [options.gid]
 * @param {string} [options.stopSignal] the polite signal, SIGTERM by default;
 *   SIGKILL follows after `graceMs`
 * @param {number} [options.graceMs] milliseconds, 8,000 by default
 * @returns {{
 *   exited: Promise<{ exitCode: number | null, signal?: string, error?: string, code?: string }>,
 *   stop: () => Promise<void>,
 * }}
 */
export function startGuarded({ log, append = false, ...order }) {
  if (isStopping()) {
    return { exited: new Promise(() => {}), stop: async () => {} };
  }
  let output = 'inherit';
  if (log) {
    mkdirSync(dirname(log), { recursive: true });
    output = openSync(log, append ? 'a' : 'w');
  }
  const guard = spawn(process.execPath, [GUARD], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  if (log) {
    closeSync(output);
  }

  let result = { exitCode: null, signal: 'SIGKILL' };
  guard.on('message', message => {
    result = message;
  });
  const gone = new Promise(resolve => {
    guard.on('exit', resolve);
  });
  async function stop() {
    if (guard.connected) {
      guard.send({ stop: true }, () => {});
    }
    await gone;
  }
  const forget = onStop(stop);
  const exited = new Promise(resolve => {
    gone.then(() => {
      forget();
      if (!isStopping()) {
        resolve(result);
      }
    });
  });

  guard.send(order);
  return { exited, stop };
}

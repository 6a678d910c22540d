import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { readTail } from '../process/readTail.mjs';
import { startGuarded } from '../process/startGuarded.mjs';
import { statusOf, waitForHttp } from '../process/waitForHttp.mjs';
import { watchAnswers } from '../process/watchAnswers.mjs';
import { paths } from '../setup/paths.mjs';
import { portConfiguration } from './portalPorts.mjs';
import { startupFailures } from './startupFailures.mjs';

const READY_WITHIN_SECONDS = 240;
/** Ctrl-C does not wait longer for a part that hangs. */
const GRACE_MS = 1500;

/**
 * Starts the portal's front end and backend for development.
 *
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {{ frontEnd: number, backend: number }} options.ports
 * @returns {{ url: string, parts: PortalPart[] }}
 *
 * @typedef {object} PortalPart
 * @property {string} name
 * @property {() => Promise<number>} ready seconds until it answered; throws a
 *   Sentence when it never did
 * @property {(tell: (sentence: string) => void) => void} watch tells when it
 *   has stopped answering, and when it answers again
 * @property {Promise<unknown>} exited
 * @property {() => Promise<void>} stop
 * @property {(what: string) => Sentence} trouble a sentence about this part, with its log
 */
export function startPortal({ env, ports }) {
  mkdirSync(paths.data, { recursive: true });
  const settings = { ...env, ...portConfiguration(ports) };
  const url = `http://localhost:${ports.frontEnd}`;
  return {
    url,
    parts: [
      startPart({
        name: 'backend',
        folder: 'packages/backend',
        url: `http://127.0.0.1:${ports.backend}/.backstage/health/v1/readiness`,
        env: settings,
      }),
      startPart({
        name: 'front end',
        folder: 'packages/app',
        url: `${url}/`,
        env: settings,
      }),
    ],
  };
}

function startPart({ name, folder, url, env }) {
  const log = join(paths.logs, `${name.replace(' ', '-')}.log`);
  const startedAt = Date.now();
  const secondsNow = () => (Date.now() - startedAt) / 1000;
  const { exited, stop } = startGuarded({
    command: join(paths.root, 'node_modules', '.bin', 'backstage-cli'),
    args: ['package', 'start'],
    cwd: join(paths.root, folder),
    env,
    log,
    graceMs: GRACE_MS,
  });
  let running = true;
  exited.then(() => {
    running = false;
  });

  function trouble(what) {
    const failures = startupFailures(readTail(log, { lines: 400 }));
    return new Sentence(
      `The ${name} ${what}; its whole log: ${relative(paths.root, log)}`,
      { details: failures.join('\n') || readTail(log, { lines: 25 }) },
    );
  }

  /** In development a backend that died is kept waiting for a changed file. */
  function hasGivenUp() {
    return /Backend startup failed|^Node\.js v\d/m.test(
      readTail(log, { lines: 400 }),
    );
  }

  async function ready() {
    let gaveUp = false;
    const answered = await waitForHttp({
      url,
      goOn: () => {
        gaveUp = hasGivenUp();
        return running && !gaveUp && secondsNow() < READY_WITHIN_SECONDS;
      },
    });
    if (!answered) {
      throw trouble(
        running && !gaveUp
          ? `did not answer within ${READY_WITHIN_SECONDS} seconds`
          : 'stopped while starting',
      );
    }
    return secondsNow();
  }

  function watch(tell) {
    watchAnswers({
      answers: async () => (await statusOf(url)) === 200,
      onChange: isBack =>
        tell(
          isBack
            ? `the ${name} answers again`
            : `the ${name} has stopped (its log: ${relative(
                paths.root,
                log,
              )}); save one of its files to start it again, or stop with Ctrl-C`,
        ),
    });
  }

  return { name, ready, watch, exited, stop, trouble };
}

import { appendFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { portTaken } from '../process/ports.mjs';
import { readTail } from '../process/readTail.mjs';
import { revive } from '../process/revive.mjs';
import { startGuarded } from '../process/startGuarded.mjs';
import { statusOf, waitForHttp } from '../process/waitForHttp.mjs';
import { paths } from '../setup/paths.mjs';
import { isAtWork } from './isAtWork.mjs';
import { lastRun, STARTED_AGAIN } from './lastRun.mjs';
import { startupFailures } from './startupFailures.mjs';
import { takenPort } from './takenPort.mjs';

const READY_WITHIN_SECONDS = 240;
/** Ctrl-C does not wait longer for a part that hangs. */
const GRACE_MS = 1500;
const STARTS = 3;

/**
 * @typedef {object} PortalPart
 * @property {string} name
 * @property {() => Promise<number>} ready seconds until it answered; throws a
 *   Sentence when it never did
 * @property {(tell: (sentence: string) => void) => void} watch starts it again
 *   when it has stopped answering, a few times, and tells
 * @property {Promise<unknown>} ended by itself: nobody starts it again
 * @property {(what: string) => Sentence} trouble a sentence about this part, with its log
 */

/**
 * Starts a part of the portal, for development.
 *
 * @param {object} options what else it takes says how the program is called
 * @param {string} options.name as people know it
 * @param {{ port: number, what: string, variable: string }} options.needs
 * @param {string} options.url answers 200 once it is up
 * @param {string} options.log file that takes its output
 * @param {Partial<Parameters<typeof revive>[0]>} [options.revival] how it is
 *   looked after
 * @returns {PortalPart}
 */
export function startPart({ name, needs, url, log, revival, ...program }) {
  const shownLog = relative(paths.root, log);
  let answeredAt = 0;
  const answers = async () => {
    const good = (await statusOf(url)) === 200;
    answeredAt = good ? Date.now() : answeredAt;
    return good;
  };
  let end;
  const ended = new Promise(resolve => {
    end = resolve;
  });
  let startedAt;
  const secondsNow = () => (Date.now() - startedAt) / 1000;
  let current;
  let running;
  begin({ append: false });

  function begin({ append }) {
    startedAt = Date.now();
    running = true;
    const started = startGuarded({
      ...program,
      log,
      append,
      graceMs: GRACE_MS,
    });
    current = started;
    started.exited.then(() => {
      if (current === started) {
        running = false;
        end();
      }
    });
  }

  function trouble(what) {
    const tail = thisRun();
    if (takenPort(tail) === needs.port) {
      return portTaken(needs);
    }
    const failures = startupFailures(tail);
    return new Sentence(`The ${name} ${what}; its whole log: ${shownLog}`, {
      details: failures.join('\n') || readTail(log, { lines: 25 }),
    });
  }

  /** In development a backend that died is kept waiting for a changed file. */
  function hasGivenUp() {
    return /Backend startup failed|^Node\.js v\d/m.test(thisRun());
  }

  function thisRun() {
    return lastRun(readTail(log, { lines: 400 }));
  }

  /** Unix milliseconds; a log that somebody cleared away says nothing. */
  function writtenAt() {
    return statSync(log, { throwIfNoEntry: false })?.mtimeMs ?? 0;
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

  async function restart() {
    const old = current;
    // its end is meant: nobody shall hear of it
    current = undefined;
    await old.stop();
    appendFileSync(log, `\n${STARTED_AGAIN}\n`);
    begin({ append: true });
    return ready().then(
      () => true,
      () => false,
    );
  }

  function watch(tell) {
    const sentences = {
      gone: ({ attempt }) =>
        `the ${name} has stopped (its log: ${shownLog}); starting it again, ${attempt} of ${STARTS}`,
      left: () =>
        `the ${name} has stopped (its log: ${shownLog}); mend what the log says and save that file to start it again, or stop with Ctrl-C`,
      'given-up': () =>
        `the ${name} did not stay up after ${STARTS} starts (its log: ${shownLog}); stop with Ctrl-C, mend what the log says, then npm start`,
      back: () => `the ${name} answers again`,
    };
    revive({
      answers,
      isBusy: () =>
        isAtWork({
          now: Date.now(),
          answeredAt,
          writtenAt: writtenAt(),
          lastRun: thisRun(),
        }),
      isLeft: hasGivenUp,
      restart,
      attempts: STARTS,
      ...revival,
      onEvent: event => tell(sentences[event.type](event)),
    });
  }

  return { name, ready, watch, ended, trouble };
}

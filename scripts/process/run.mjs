import { basename, relative } from 'node:path';
import { Sentence } from '../console/Sentence.mjs';
import { paths } from '../setup/paths.mjs';
import { readTail } from './readTail.mjs';
import { startGuarded } from './startGuarded.mjs';

/**
 * Runs a program to its end; its output goes to a log.
 *
 * @param {Parameters<typeof startGuarded>[0] & { log: string, limitMinutes?: number }} options
 * @returns {Promise<number>} its exit code, 1 when a signal ended it
 * @throws {Sentence} when the program cannot be started at all, or has not ended
 *   within the limit
 */
export async function run({ limitMinutes, ...options }) {
  const program = startGuarded(options);
  const { exitCode, error, code } = await within(
    limitMinutes,
    program,
    options,
  );
  if (error) {
    throw new Sentence(
      code === 'ENOENT'
        ? `${basename(
            options.command,
          )} is not on this machine: install it, then run again.`
        : `${basename(options.command)} cannot be started: ${error}.`,
    );
  }
  return exitCode ?? 1;
}

async function within(limitMinutes, { exited, stop }, { command, log }) {
  if (limitMinutes === undefined) {
    return exited;
  }
  let tooLong = false;
  const timer = setTimeout(() => {
    tooLong = true;
    stop();
  }, limitMinutes * 60_000);
  const result = await exited;
  clearTimeout(timer);
  if (tooLong) {
    throw new Sentence(
      `${basename(
        command,
      )} did not end within ${limitMinutes} minutes and was stopped. The whole log: ${relative(
        paths.root,
        log,
      )}`,
      { details: readTail(log, { lines: 25 }) },
    );
  }
  return result;
}

/**
 * Like {@link run}, for a program that has to succeed.
 *
 * @param {Parameters<typeof run>[0] & { failure: string }} options failure: what
 *   went wrong and what to do, without the log's name
 * @throws {Sentence} with the end of the log when the program fails
 */
export async function runOrFail({ failure, ...options }) {
  if ((await run(options)) !== 0) {
    throw new Sentence(
      `${failure} The whole log: ${relative(paths.root, options.log)}`,
      { details: readTail(options.log, { lines: 25 }) },
    );
  }
}

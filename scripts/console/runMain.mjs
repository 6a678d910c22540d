import { checkMachine, thisMachine } from '../setup/checkMachine.mjs';
import { isStopping, stopAll, stopOnSignals } from '../process/stopping.mjs';
import { Sentence } from './Sentence.mjs';

/**
 * Runs a command's main function: whatever it started is stopped at its end,
 * at Ctrl-C and after an error, and a {@link Sentence} is shown as one.
 *
 * @param {() => Promise<number | void>} main gives the exit code, 0 by default
 * @param {{ exitCodeOnSignal?: (signal: string) => number }} [options]
 */
export async function runMain(main, options) {
  stopOnSignals(options);
  let exitCode = 1;
  try {
    checkMachine(thisMachine());
    exitCode = (await main()) ?? 0;
  } catch (error) {
    if (isStopping()) {
      return;
    }
    if (error instanceof Sentence) {
      process.stderr.write(`\nplimsoll: ${error.message}\n`);
      if (error.details) {
        process.stderr.write(`\n${error.details.trimEnd()}\n`);
      }
    } else {
      process.stderr.write(`${error?.stack ?? error}\n`);
    }
  }
  await stopAll();
  process.exit(exitCode);
}

/** What has been started and is still to be stopped, oldest first. */
const stops = [];
let stopping;

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Registers something to be stopped at the end, newest first.
 *
 * @param {() => unknown} stop may be called when nothing is left to stop
 * @returns {() => void} forgets it again
 */
export function onStop(stop) {
  stops.push(stop);
  return () => {
    const index = stops.indexOf(stop);
    if (index >= 0) {
      stops.splice(index, 1);
    }
  };
}

/** Stops everything that was registered; a second call waits for the first. */
export async function stopAll() {
  stopping ??= (async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        process.stderr.write(`plimsoll: while stopping: ${error?.message}\n`);
      }
    }
  })();
  await stopping;
}

/** Whether {@link stopAll} has begun: what ends now was meant to end. */
export function isStopping() {
  return stopping !== undefined;
}

/**
 * Makes Ctrl-C, a closed terminal and `kill` stop everything first. npm passes
 * on the Ctrl-C that the terminal has sent already, so a second signal is not
 * an order to hurry; each stop is bounded in time by itself.
 *
 * @param {{ exitCodeOnSignal?: (signal: string) => number }} [options]
 */
export function stopOnSignals({
  exitCodeOnSignal = signal => EXIT_CODES[signal],
} = {}) {
  let told = false;
  for (const signal of Object.keys(EXIT_CODES)) {
    process.on(signal, async () => {
      if (!told) {
        told = true;
        process.stdout.write('\nplimsoll: stopping ...\n');
        await stopAll();
        process.exit(exitCodeOnSignal(signal));
      }
    });
  }
}

import type { BurnPair } from '../burnRate/burnPairs';
import {
  BURN_WINDOW_SECONDS,
  BURN_WINDOWS,
  type BurnWindow,
} from '../status/BurnRates';

/**
 * Whose rate a forecast goes on with: the long window of the pair that burns;
 * without one three days, or the longest burn window that a shorter objective
 * holds.
 *
 * @param options.windowSeconds - nominal length of the objective's window
 * @public
 */
export function forecastWindow(options: {
  windowSeconds: number;
  burning?: BurnPair;
}): BurnWindow {
  const { windowSeconds, burning } = options;
  const fitting = BURN_WINDOWS.filter(
    window => BURN_WINDOW_SECONDS[window] <= windowSeconds,
  );
  return burning?.long ?? fitting[fitting.length - 1] ?? BURN_WINDOWS[0];
}

import { allowedBad } from '../budget/allowedBad';
import { errorBudget } from '../budget/errorBudget';
import type { BurnPair } from '../burnRate/burnPairs';
import { burnRate } from '../burnRate/burnRate';
import type { ExpectedVolume } from '../calendar/expectedVolume';
import { forecast } from '../forecast/forecast';
import { forecastWindow } from '../forecast/forecastWindow';
import type { Forecast } from '../status/ObjectiveStatus';
import type { SloState } from '../status/SloState';
import type { RequiredSums } from './requiredRanges';

/** States in which too little is known to look ahead. */
const BLIND: readonly SloState[] = ['no-data', 'insufficient'];

/**
 * The forecast of an objective whose state is known. A window of measured
 * silence burns at 0; one that was not measured gives no rate.
 *
 * @public
 */
export function forecastStatus(options: {
  at: number;
  target: number;
  /** Nominal length of the objective's window. */
  windowSeconds: number;
  sums: RequiredSums;
  /** Units of the whole window, see `expectedTotal`. */
  expectedTotal: number;
  /** Of a calendar window: what is still to come. */
  rest?: ExpectedVolume;
  burning?: BurnPair;
  state: SloState;
}): Forecast {
  const { at, target, sums, expectedTotal, rest, state } = options;
  const unmeasured = sums.window.coveredSeconds <= 0;
  if (BLIND.includes(state) || unmeasured) {
    return { kind: 'unknown' };
  }
  const window = forecastWindow(options);
  const sum = sums.burn[window];
  const { remaining } = errorBudget({
    target,
    bad: sums.window.bad,
    total: expectedTotal,
  });
  return forecast({
    at,
    remaining,
    burnRate:
      burnRate({ target, ...sum }) ?? (sum.coveredSeconds > 0 ? 0 : undefined),
    window,
    horizon: rest
      ? { kind: 'calendar', expectedTotal, rest }
      : {
          kind: 'rolling',
          windowSeconds: options.windowSeconds,
          spent: sums.days.map(({ from, to, bad }) => ({
            from,
            to,
            share: bad / allowedBad({ target, total: expectedTotal }),
          })),
        },
  });
}

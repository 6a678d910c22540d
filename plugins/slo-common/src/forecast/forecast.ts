import type { ExpectedVolume } from '../calendar/expectedVolume';
import type { BurnWindow } from '../status/BurnRates';
import type { Forecast } from '../status/ObjectiveStatus';
import { isoInstant } from '../window/isoInstant';

/** Against what the budget lasts. @public */
export type ForecastHorizon =
  | { kind: 'rolling'; windowSeconds: number }
  | {
      kind: 'calendar';
      /** Expected units of the whole window. */
      expectedTotal: number;
      rest: ExpectedVolume;
    };

/** @public */
export interface ForecastOptions {
  /** Unix seconds. */
  at: number;
  /** Share of the whole window's budget that is left; absent: not known. */
  remaining: number | undefined;
  /** The rate that is assumed to go on; absent: not known. */
  burnRate: number | undefined;
  /** The window that `burnRate` was read over. */
  window: BurnWindow;
  horizon: ForecastHorizon;
}

/** Seconds until the expected stretches have brought `units` units. */
function instantOf(rest: ExpectedVolume, units: number): number | undefined {
  let left = units;
  for (const { from, to, total } of rest.stretches) {
    if (left < total) {
      return from + ((to - from) * left) / total;
    }
    left -= total;
  }
  return undefined;
}

/**
 * When the budget will be gone if the rate goes on.
 *
 * Rolling: `at + remaining * window / rate`, and not in sight at a rate of 1 or
 * less, since then errors leave the window as fast as they enter. It ignores
 * old errors that leave sooner: an approximation on the safe side.
 *
 * Calendar: the instant by which the expected volume has brought
 * `remaining * expectedTotal / rate` more units, and not in sight when the
 * window ends before.
 *
 * @public
 */
export function forecast(options: ForecastOptions): Forecast {
  const { at, remaining, burnRate, window, horizon } = options;
  if (remaining === undefined) {
    return { kind: 'unknown' };
  }
  if (remaining <= 0) {
    return { kind: 'exhausted' };
  }
  if (burnRate === undefined) {
    return { kind: 'unknown' };
  }
  const notInSight: Forecast = { kind: 'not-in-sight', burnRate, window };
  if (horizon.kind === 'rolling') {
    return burnRate <= 1
      ? notInSight
      : {
          kind: 'at',
          at: isoInstant(at + (remaining * horizon.windowSeconds) / burnRate),
          burnRate,
          window,
        };
  }
  const units = (remaining * horizon.expectedTotal) / burnRate;
  const instant = burnRate > 0 ? instantOf(horizon.rest, units) : undefined;
  return instant === undefined
    ? notInSight
    : { kind: 'at', at: isoInstant(instant), burnRate, window };
}

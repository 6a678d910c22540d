import type { ExpectedVolume } from '../calendar/expectedVolume';
import type { BurnWindow } from '../status/BurnRates';
import type { Forecast } from '../status/ObjectiveStatus';
import { isoInstant } from '../window/isoInstant';
import { rollingExhaustion, type SpentStretch } from './rollingExhaustion';

/** Against what the budget lasts. @public */
export type ForecastHorizon =
  | {
      kind: 'rolling';
      windowSeconds: number;
      /** What was spent when, as far as one can tell; it leaves in that order. */
      spent: readonly SpentStretch[];
    }
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
 * Rolling: `at + (remaining + leaving) * window / rate`, where `leaving` is what
 * old failures give back until then, see {@link rollingExhaustion}. At a steady
 * rate below 1 as much leaves as enters, and nothing is in sight; right after an
 * incident nothing leaves for weeks, and any rate above 0 may spend the rest.
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
  if (burnRate <= 0) {
    return notInSight;
  }
  const instant =
    horizon.kind === 'rolling'
      ? rollingExhaustion({ at, remaining, burnRate, ...horizon })
      : instantOf(horizon.rest, (remaining * horizon.expectedTotal) / burnRate);
  return instant === undefined
    ? notInSight
    : { kind: 'at', at: isoInstant(instant), burnRate, window };
}

import type {
  RefusedRule,
  RuleOrigin,
  WindowDuration,
} from '@plimsoll/plugin-slo-common';
import { usableWindow } from '../usableWindow';
import type { RecordedSlo } from './RuleReader';

/** What an SLO promises. */
export interface SloPromise {
  target: number;
  window: WindowDuration;
}

/** Why an SLO cannot be read. */
export type Refusal = Pick<RefusedRule, 'code' | 'params'>;

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/**
 * Reads target and window off the series that say them.
 *
 * @param options.windowUnitSeconds - seconds of one unit of the window's value
 */
export function readPromise(options: {
  target: RecordedSlo;
  window: RecordedSlo | undefined;
  windowUnitSeconds: number;
}): SloPromise | { refusal: Refusal } {
  const { target, window, windowUnitSeconds } = options;
  if (!window) {
    return { refusal: { code: 'incomplete' } };
  }
  if (target.values.size > 1 || window.values.size > 1) {
    return { refusal: { code: 'contradictory' } };
  }
  const [value] = target.values;
  if (!(value >= 0 && value < 1)) {
    return {
      refusal: { code: 'unusable-target', params: { value: jsonValue(value) } },
    };
  }
  const [length] = window.values;
  const seconds = length * windowUnitSeconds;
  const duration = durationOf(seconds);
  return duration
    ? { target: value, window: duration }
    : { refusal: windowRefusal(seconds) };
}

/** Why a window of so many seconds is none. */
export function windowRefusal(seconds: number): Refusal {
  return { code: 'unusable-window', params: { seconds: jsonValue(seconds) } };
}

/** A refusal, with whose it is. */
export function refused(
  origin: RuleOrigin,
  id: string,
  refusal: Refusal,
): Omit<RefusedRule, 'source'> {
  return { origin, id, ...refusal };
}

/** The widest unit that divides it; tools know no longer one than a day here. */
function durationOf(seconds: number): WindowDuration | undefined {
  const whole = Math.round(seconds);
  // Written so that NaN is none.
  if (!(Math.abs(whole - seconds) <= 1e-6) || !usableWindow(whole)) {
    return undefined;
  }
  if (whole % DAY === 0) {
    return { value: whole / DAY, unit: 'd' };
  }
  return whole % HOUR === 0
    ? { value: whole / HOUR, unit: 'h' }
    : { value: whole / MINUTE, unit: 'm' };
}

/** JSON has no NaN and no infinity. */
function jsonValue(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

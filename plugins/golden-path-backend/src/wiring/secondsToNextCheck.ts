import {
  type WiringLine,
  wiringProgress,
} from '@plimsoll/plugin-golden-path-common';
import {
  type CountedTestAlert,
  isUnderWay,
} from './alertmanager/CountedTestAlert';

const YOUNG_MS = 3 * 86_400_000;
const MINUTE = 60;

/**
 * How soon a service is checked again: every minute while it is new and
 * something is open or a test alert is under way, every ten when it has been open for days, hourly when all
 * is wired.
 *
 * @returns seconds
 */
export function secondsToNextCheck(options: {
  lines: readonly WiringLine[];
  /** Unix milliseconds. */
  knownSince: number;
  now: number;
  testAlert?: CountedTestAlert;
}): number {
  const { lines, knownSince, now, testAlert } = options;
  if (testAlert && isUnderWay(testAlert, now)) {
    return MINUTE;
  }
  if (wiringProgress({ lines: [...lines] }).complete) {
    return 60 * MINUTE;
  }
  return now - knownSince < YOUNG_MS ? MINUTE : 10 * MINUTE;
}

import type { SloDocument } from '../openslo/SloDocument';
import { parseDuration } from '../window/parseDuration';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

const DAY_SECONDS = 86_400;

/**
 * Where `m` (minute) and `M` (month) may have been mixed up: OpenSLO tells the
 * two apart by case alone. What cannot be right is refused by the parser
 * already; here is what may be meant, and reads otherwise than it is counted.
 */
export function durationFindings(document: SloDocument): LocalFinding[] {
  const { spec } = document;
  return [
    ...spec.timeWindow.flatMap(({ duration, isRolling }, index) =>
      windowFinding(`spec.timeWindow[${index}].duration`, duration, isRolling),
    ),
    ...spec.objectives.flatMap(({ timeSliceWindow }, index) =>
      typeof timeSliceWindow === 'string'
        ? sliceFinding(
            `spec.objectives[${index}].timeSliceWindow`,
            timeSliceWindow,
          )
        : [],
    ),
  ];
}

function windowFinding(
  path: string,
  duration: string,
  isRolling: boolean,
): LocalFinding[] {
  const { value, unit } = parseDuration(duration);
  const days = windowSeconds({ value, unit }) / DAY_SECONDS;
  if (unit === 'm') {
    return [
      warning(
        path,
        `is ${value} minutes: a small m is a minute, a capital M a month`,
        `Write ${hours(value)} if minutes are meant, or ${value}M for months`,
      ),
    ];
  }
  if (isRolling && ['M', 'Q', 'Y'].includes(unit)) {
    return [
      {
        ...warning(
          path,
          `is a rolling window of ${days} days: no month, quarter or year is ${days} days long all the time`,
          `Write ${days}d, which says the same, or isRolling: false with a calendar`,
        ),
        severity: 'info',
      },
    ];
  }
  return [];
}

function sliceFinding(path: string, duration: string): LocalFinding[] {
  const { value, unit } = parseDuration(duration);
  return unit === 'M'
    ? [
        warning(
          path,
          `is ${value} months: a small m is a minute, a capital M a month`,
          `Write ${value}m for ${value} minutes`,
        ),
      ]
    : [];
}

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

function warning(path: string, message: string, fix: string): LocalFinding {
  return { severity: 'warning', check: 'duration', path, message, fix };
}

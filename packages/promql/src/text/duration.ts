import { InputError } from '@backstage/errors';

const UNIT_SECONDS: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

const SHORT_UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const;

/** A whole number of seconds as PromQL writes it: `300s`. */
export function wholeDuration(seconds: number): string {
  return `${seconds}s`;
}

/** Seconds as people write them: `5m`, `1h`, `3d`, `90s`. */
export function shortDuration(seconds: number): string {
  const [unit, length] = SHORT_UNITS.find(([, size]) => seconds % size === 0)!;
  return `${seconds / length}${unit}`;
}

/**
 * The range that holds the samples of `(t - seconds, t]`. Prometheus 2 counts
 * a sample exactly at the start of a range, Prometheus 3 does not; one
 * millisecond less, which is the resolution of time stamps, makes both agree.
 */
export function openDuration(seconds: number): string {
  return `${Math.round(seconds * 1_000) - 1}ms`;
}

/**
 * Seconds of a PromQL duration such as `5m` or `1h30m`, or of a bare number.
 *
 * @throws InputError when it is neither
 */
export function parseDuration(text: string): number {
  if (/^[0-9.]+$/.test(text) && Number.isFinite(Number(text))) {
    return Number(text);
  }
  if (!/^([0-9]+(ms|[smhdwy]))+$/.test(text)) {
    throw new InputError(`${text} is not a duration such as 5m`);
  }
  return Array.from(text.matchAll(/([0-9]+)(ms|[smhdwy])/g)).reduce(
    (sum, [, value, unit]) => sum + Number(value) * UNIT_SECONDS[unit],
    0,
  );
}

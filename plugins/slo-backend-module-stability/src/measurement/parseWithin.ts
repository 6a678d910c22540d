const UNITS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/**
 * Reads a length of time such as `90s`, `10m`, `4h` or `1d`.
 *
 * @returns seconds; undefined where it is none
 */
export function parseWithin(value: unknown): number | undefined {
  const match = typeof value === 'string' && /^(\d{1,6})([smhd])$/.exec(value);
  const seconds = match ? Number(match[1]) * UNITS[match[2]] : 0;
  return seconds > 0 ? seconds : undefined;
}

import { millisOf } from '../time/instant';

/** `2026-11-03 14:06:10` in UTC. */
export function instantText(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** Two units at most: `7 min`, `2 min 18 s`, `3 h 12 min`. */
export function durationText(
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  const start = millisOf(from);
  const end = millisOf(to);
  if (start === undefined || end === undefined || end < start) {
    return undefined;
  }
  const seconds = Math.round((end - start) / 1000);
  const units: Array<[string, number]> = [
    ['d', Math.floor(seconds / 86_400)],
    ['h', Math.floor(seconds / 3600) % 24],
    ['min', Math.floor(seconds / 60) % 60],
    ['s', seconds % 60],
  ];
  const first = units.findIndex(([, count]) => count > 0);
  return first < 0
    ? '0 s'
    : units
        .slice(first, first + 2)
        .filter(([, count]) => count > 0)
        .map(([unit, count]) => `${count} ${unit}`)
        .join(' ');
}

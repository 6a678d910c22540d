import { mean, median } from 'simple-statistics';

/** Weeks of which a weekday is known, at least. */
const FEWEST_WEEKS = 2;

/**
 * What each weekday is above or below the others, from how days follow each
 * other: a step counts once, however many there are.
 *
 * @param values - by number of the day
 * @returns by the number of the day modulo 7
 */
export function roughWeekdayLevels(
  values: ReadonlyMap<number, number>,
): number[] {
  const changes = medians(values, day => {
    const before = values.get(day - 1);
    const value = values.get(day);
    return before === undefined || value === undefined
      ? undefined
      : value - before;
  });
  // around the week they come to nothing
  const surplus = mean(changes);
  let level = 0;
  const levels = changes.map(change => {
    level += change - surplus;
    return level;
  });
  return levels.map(one => one - mean(levels));
}

/**
 * The same from the seven days around each day, which is more exact where the
 * level does not jump.
 */
export function weekdayLevels(values: ReadonlyMap<number, number>): number[] {
  return medians(values, day => {
    const week = Array.from({ length: 7 }, (_, n) => values.get(day - 3 + n));
    const known = week.filter(one => one !== undefined);
    return known.length === week.length ? known[3] - mean(known) : undefined;
  });
}

/** Medians by weekday; nothing where too few are known. */
function medians(
  values: ReadonlyMap<number, number>,
  of: (day: number) => number | undefined,
): number[] {
  const known: number[][] = Array.from({ length: 7 }, () => []);
  for (const day of values.keys()) {
    const value = of(day);
    if (value !== undefined) {
      known[day % 7].push(value);
    }
  }
  return known.map(all => (all.length < FEWEST_WEEKS ? 0 : median(all)));
}

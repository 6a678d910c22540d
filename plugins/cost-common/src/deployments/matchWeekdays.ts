/** Weeks before that a day may find its weekday in. */
const WEEKS_BACK = 5;

/** A day after a deployment and the same weekday before it, by number. */
export interface WeekdayPair {
  before: number;
  after: number;
}

/**
 * Pairs days after a deployment with the same weekdays before it: the first
 * Tuesday after with the last Tuesday before, the second with the last but
 * one. No day is used twice.
 */
export function matchWeekdays(options: {
  /** Days after, ascending. */
  after: readonly number[];
  /** The day of the deployment; those before it are asked for. */
  deployed: number;
  isKnown: (day: number) => boolean;
}): WeekdayPair[] {
  const { after, deployed, isKnown } = options;
  const used = new Set<number>();
  const pairs: WeekdayPair[] = [];
  for (const day of after) {
    const weeks = Math.floor((day - deployed) / 7) + 1;
    for (let week = weeks; week <= weeks + WEEKS_BACK; week++) {
      const before = day - 7 * week;
      if (before < deployed && !used.has(before) && isKnown(before)) {
        used.add(before);
        pairs.push({ before, after: day });
        break;
      }
    }
  }
  return pairs;
}

import type { CostAnomaly, DailyAmount } from '@plimsoll/plugin-cost-common';
import { keptAmount, type KeptAnomaly } from './KeptAnomaly';

const NANO = 1e-9;
/** Less is a matter of the arithmetic, ratio. */
const LEAST_DIFFERENCE = 1e-6;

/** What must not stay as it was found. */
export interface OutdatedAnomalies {
  /** Their days cost something else now: they are judged again. */
  rewritten: KeptAnomaly[];
  /** Of days that another anomaly has already. */
  doubled: KeptAnomaly[];
}

/**
 * Which anomalies that ended before the days that are judged do not stand any
 * more: a bill that was mended or written anew, or that went away, has taken
 * their days from them, or one that began before them has the same days.
 *
 * @param options.days - of the service, also those of the anomalies
 * @param options.found - in the days that are judged
 */
export function outdatedAnomalies(options: {
  old: readonly KeptAnomaly[];
  found: readonly CostAnomaly[];
  days: readonly DailyAmount[];
}): OutdatedAnomalies {
  const { old, found, days } = options;
  const taken: Array<{ from: string; to: string }> = [...found];
  const rewritten: KeptAnomaly[] = [];
  const doubled: KeptAnomaly[] = [];
  const oldest = [...old].sort((a, b) =>
    `${a.from_day} ${a.id}` < `${b.from_day} ${b.id}` ? -1 : 1,
  );
  for (const kept of oldest) {
    const { from_day: from, to_day: to } = kept;
    if (taken.some(one => one.from < to && one.to > from)) {
      doubled.push(kept);
    } else if (isRewritten(kept, days)) {
      rewritten.push(kept);
    } else {
      taken.push({ from, to });
    }
  }
  return { rewritten, doubled };
}

function isRewritten(kept: KeptAnomaly, days: readonly DailyAmount[]): boolean {
  const then = keptAmount(kept);
  const now = days.reduce(
    (sum, { day, amount }) =>
      day >= kept.from_day && day < kept.to_day
        ? sum + Number(amount) * NANO
        : sum,
    0,
  );
  return Math.abs(now - then) > LEAST_DIFFERENCE * Math.max(1, Math.abs(then));
}

import type { TimeRange } from './TimeRange';

/** A step of the time axis, in the reader's own zone. */
interface TickStep {
  /** Roughly how long, in milliseconds, to choose by. */
  length: number;
  /** What the label shows. */
  label: 'clock' | 'date' | 'month';
  /** The first tick at or before an instant. */
  floor(at: Date): Date;
  next(at: Date): Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const hours = (count: number): TickStep => ({
  length: count * HOUR,
  label: 'clock',
  floor: at => {
    const start = new Date(at);
    start.setHours(Math.floor(at.getHours() / count) * count, 0, 0, 0);
    return start;
  },
  next: at => {
    const next = new Date(at);
    next.setHours(at.getHours() + count);
    return next;
  },
});

const days = (count: number): TickStep => ({
  length: count * DAY,
  label: 'date',
  floor: at => {
    const start = new Date(at);
    start.setHours(0, 0, 0, 0);
    // Weeks begin on Monday, so that ticks stand where work weeks do.
    const sinceMonday = (start.getDay() + 6) % 7;
    start.setDate(start.getDate() - (count === 1 ? 0 : sinceMonday));
    return start;
  },
  next: at => {
    const next = new Date(at);
    next.setDate(at.getDate() + count);
    return next;
  },
});

const months: TickStep = {
  length: 30 * DAY,
  label: 'month',
  floor: at => new Date(at.getFullYear(), at.getMonth(), 1),
  next: at => new Date(at.getFullYear(), at.getMonth() + 1, 1),
};

const STEPS = [
  hours(1),
  hours(3),
  hours(6),
  hours(12),
  days(1),
  days(7),
  days(14),
  months,
];

/** @internal */
export interface TimeTicks {
  ticks: Date[];
  label: 'clock' | 'date' | 'month';
}

/**
 * Round instants of a range in the reader's zone, at most `most` of them:
 * full hours, midnights, Mondays, firsts of months.
 *
 * @internal
 */
export function timeTicks(options: TimeRange & { most: number }): TimeTicks {
  const { from, to, most } = options;
  const span = to.getTime() - from.getTime();
  const step =
    STEPS.find(({ length }) => span / length <= most) ??
    STEPS[STEPS.length - 1];

  const all: Date[] = [];
  for (let at = step.floor(from); at < to; at = step.next(at)) {
    if (at >= from) {
      all.push(at);
    }
  }
  // Beyond years of months, every second or third of them.
  const every = Math.max(1, Math.ceil(all.length / Math.max(1, most)));
  return {
    ticks: all.filter((_, index) => index % every === 0),
    label: step.label,
  };
}

import { dayNumber, dayOfNumber } from '../calendar/utcDays';

/** What a change of the unit cost may have begun with. */
export interface StepCandidate {
  /** When, in days since 1970. */
  at: number;
  /**
   * Number of the day on which a deployment went live, which is like neither
   * side; between two days for what begins with a day.
   */
  day: number;
  /** The first of a month: a bill by the month changes there by itself. */
  isTurn: boolean;
}

/** Deployments, once a day, and the first days of months among some days. */
export function stepCandidates(options: {
  /** When something went live, in days since 1970; once a day. */
  instants: readonly number[];
  /** Numbers of days, ascending. */
  days: readonly number[];
}): StepCandidate[] {
  const { instants, days } = options;
  return [
    ...instants.map(at => ({ at, day: Math.floor(at), isTurn: false })),
    ...turnsAmong(days).map(at => ({ at, day: at - 0.5, isTurn: true })),
  ];
}

/** Numbers of the first days of months. */
function turnsAmong(days: readonly number[]): number[] {
  const months = new Set(
    days.map(day => dayNumber(`${dayOfNumber(day).slice(0, 8)}01`)),
  );
  return [...months].filter(turn => turn > days[0]);
}

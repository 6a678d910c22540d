/** The marks of the slider, percent; as far apart from each other on it. */
export const MARKS = [99, 99.5, 99.9, 99.95, 99.99] as const;

/** Length of the slider between two marks. */
const STRETCH = 100;

/** Where the slider ends. */
export const SCALE_END = (MARKS.length - 1) * STRETCH;

/** Of the form: least, most and step in percent. */
export const LEAST_PERCENT = 95;
const MOST_PERCENT = 99.99;
const MONTH_MINUTES = 43_200;

/** Where a percentage stands on the slider, 0 to `SCALE_END`; below 99 at 0. */
export function positionOf(percent: number): number {
  const next = MARKS.findIndex(mark => percent <= mark);
  if (next <= 0) {
    return next === 0 ? 0 : SCALE_END;
  }
  const from = MARKS[next - 1];
  return (next - 1 + (percent - from) / (MARKS[next] - from)) * STRETCH;
}

/** What a place on the slider stands for, in whole hundredths of a percent. */
export function percentAt(position: number): number {
  const place = Math.min(Math.max(position, 0), SCALE_END) / STRETCH;
  const from = Math.min(Math.floor(place), MARKS.length - 2);
  return toHundredths(
    MARKS[from] + (place - from) * (MARKS[from + 1] - MARKS[from]),
  );
}

/** The nearest percentage that the form takes. */
export function allowedPercent(percent: number): number {
  return toHundredths(Math.min(Math.max(percent, LEAST_PERCENT), MOST_PERCENT));
}

/** The nearest percentage that leaves so many minutes of 30 days. */
export function percentOfMinutes(minutes: number): number {
  return allowedPercent(100 * (1 - minutes / MONTH_MINUTES));
}

/** Minutes of 30 days that a percentage leaves. */
export function minutesOfPercent(percent: number): number {
  return Number(((MONTH_MINUTES * (100 - percent)) / 100).toFixed(2));
}

function toHundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}

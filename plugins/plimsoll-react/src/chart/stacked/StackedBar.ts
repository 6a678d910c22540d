/** What one part of every bar stands for. @public */
export interface BarSeries {
  id: string;
  label: string;
}

/** Most series that keep a tint of their own. @public */
export const MOST_SERIES = 6;

/** A bar of a {@link StackedBarChart}: a day, a month. @public */
export interface StackedBar {
  /** Inclusive. */
  from: Date;
  /** Exclusive. */
  to: Date;
  /** A value for each series, in their order; below zero for what comes back. */
  parts: readonly number[];
  /** Not all of it is known yet: hatched. */
  incomplete?: boolean;
  /** What an incomplete bar is expected to be; the whole height without it. */
  expected?: number;
  /** Stands under the bar, where there is room for it. */
  label?: string;
}

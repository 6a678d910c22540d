/** UTC days, `2026-11-17`. */
export interface DayRange {
  from: string;
  /** Exclusive. */
  to: string;
}

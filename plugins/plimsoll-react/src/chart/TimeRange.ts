/** A stretch of time, `from` inclusive, `to` exclusive. @public */
export interface TimeRange {
  from: Date;
  to: Date;
}

/** A stretch without data. @public */
export interface TimeGap extends TimeRange {
  /** Why nothing was measured, in words. */
  reason?: string;
}

/** A value at an instant; absent where nothing was measured. @public */
export interface TimePoint {
  at: Date;
  value?: number;
}

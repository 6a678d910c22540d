/**
 * Units of OpenSLO's duration shorthand: minute, hour, day, week, month,
 * quarter, year. Case matters: `m` is a minute, `M` a month.
 *
 * @public
 */
export type DurationUnit = 'm' | 'h' | 'd' | 'w' | 'M' | 'Q' | 'Y';

/** A duration as the document writes it, for instance `30d`. @public */
export interface WindowDuration {
  value: number;
  unit: DurationUnit;
}

/** A window that ends now and reaches back by `duration`. @public */
export interface RollingWindow {
  kind: 'rolling';
  duration: WindowDuration;
}

/**
 * Windows that follow each other from `startTime` on, cut in `timeZone`.
 *
 * @public
 */
export interface CalendarWindow {
  kind: 'calendar';
  duration: WindowDuration;
  /** Local time of the first window's start, `YYYY-MM-DD HH:MM:SS`. */
  startTime: string;
  /** IANA name, for instance `Europe/Warsaw`. */
  timeZone: string;
}

/** @public */
export type TimeWindow = RollingWindow | CalendarWindow;

/** A counter as its readings show it: by how much it grew, minute by minute. */
export interface CounterSeries {
  kind: 'counter';
  /** Growth within a Unix minute. */
  growth(minute: number): number;
  /** Whether the series is exported in that minute. */
  exists(minute: number): boolean;
  /** Key of a sentence that says what is special about it. */
  note?: string;
}

/** A gauge, scraped once a minute. */
export interface GaugeSeries {
  kind: 'gauge';
  /** The sample that is taken at the start of a Unix minute. */
  sample(minute: number): number;
  exists(minute: number): boolean;
  note?: string;
}

export type Series = CounterSeries | GaugeSeries;

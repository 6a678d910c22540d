/** Units that were counted in some stretch. */
export interface Tally {
  bad: number;
  total: number;
  /** good > total was seen and clamped. */
  inconsistent: boolean;
}

/** How one indicator is read off the world. Instants are Unix seconds. */
export interface Measurement {
  /** Whether its series are exported in that Unix minute. */
  exists(minute: number): boolean;
  /** The events or samples of a stretch, `to` exclusive. */
  occurrences(from: number, to: number): Tally;
  /** Share of a slice that is good, 0..1; `undefined` when it is empty. */
  goodRatio(from: number, to: number): number | undefined;
}

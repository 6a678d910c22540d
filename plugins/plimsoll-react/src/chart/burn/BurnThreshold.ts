/** A burn rate that somebody is told of. @public */
export interface BurnThreshold {
  /** How many times faster than allowed. */
  factor: number;
  severity: 'page' | 'ticket';
}

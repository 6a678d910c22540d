/** How patient replicas are with each other. */
export interface EngineTiming {
  /**
   * Seconds after which a replica that says nothing has lost its objectives and
   * the history that it reads; whole seconds.
   */
  leaseSeconds: number;
  /** How often a replica looks whether something is due, milliseconds. */
  tickMs: number;
}

/**
 * A killed replica's work is free when its lease ends, and found at the next
 * tick: within 35 seconds. Tests that wait for it take less of both.
 */
export const ENGINE_TIMING: EngineTiming = { leaseSeconds: 30, tickMs: 5_000 };

/** Prolongations of a lease while it lasts. */
const RENEWALS_PER_LEASE = 3;

/** Milliseconds between two prolongations of a lease. */
export function renewalMs({
  leaseSeconds,
}: Pick<EngineTiming, 'leaseSeconds'>) {
  return (leaseSeconds * 1000) / RENEWALS_PER_LEASE;
}

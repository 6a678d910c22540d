import type { RecordedIncident } from '../events/ServiceEvents';

/**
 * When an incident counts, and for what. One that was over in time is good when
 * it ended. One that was not is bad from the instant at which its time was up,
 * so that it burns budget while it is still open, and its end changes nothing.
 *
 * One whose end was concluded is bad if it was open for longer as far as anyone
 * knew; else it counts for nothing, as when it was over is not known.
 *
 * @param options.now - Unix seconds
 * @returns nothing while its time is not up
 */
export function countedIncident(options: {
  incident: RecordedIncident;
  withinSeconds: number;
  now: number;
}): Array<{ at: number; bad: boolean }> {
  const { incident, withinSeconds, now } = options;
  const { startedAt, endedAt, presumed } = incident;
  const deadline = startedAt + withinSeconds;
  if ((endedAt ?? now) > deadline) {
    return [{ at: deadline, bad: true }];
  }
  return endedAt === undefined || presumed ? [] : [{ at: endedAt, bad: false }];
}

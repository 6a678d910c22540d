import type { Bucket } from '@plimsoll/plugin-slo-common';
import type { ServiceEvents } from '../events/ServiceEvents';
import { countedIncident } from './countedIncident';
import type { Measurement } from '../measurement/Measurement';

/**
 * Counts what happened into buckets. A stretch before anything was known of
 * the service is not measured; from then on silence means that nothing was
 * deployed, or nothing broke.
 *
 * @param options.from - Unix seconds, as `to` and `now`
 */
export function toBuckets(options: {
  events: ServiceEvents;
  measurement: Measurement;
  from: number;
  to: number;
  step: number;
  now: number;
}): Bucket[] {
  const { events, measurement, from, step, now } = options;
  const to = Math.min(options.to, now);
  const first = events.first ?? Infinity;
  const buckets: Bucket[] = [];
  for (let start = from; start < to; start += step) {
    const end = Math.min(start + step, to);
    const coveredSeconds = Math.max(0, end - Math.max(start, first));
    if (coveredSeconds > 0) {
      buckets.push({
        start,
        seconds: end - start,
        bad: 0,
        total: 0,
        coveredSeconds,
      });
    }
  }
  const [head] = buckets;
  for (const { at, bad } of counted(events, measurement, now)) {
    const index = head ? Math.floor((at - head.start) / step) : -1;
    const bucket: Bucket | undefined = buckets[index];
    if (bucket && at < to) {
      bucket.total += 1;
      bucket.bad += bad ? 1 : 0;
    }
  }
  return buckets;
}

function counted(
  events: ServiceEvents,
  measurement: Measurement,
  now: number,
): Array<{ at: number; bad: boolean }> {
  if (measurement.kind === 'deployments') {
    return events.deployments.map(({ at, failed }) => ({ at, bad: failed }));
  }
  const { withinSeconds } = measurement;
  return events.incidents.flatMap(incident =>
    countedIncident({ incident, withinSeconds, now }),
  );
}

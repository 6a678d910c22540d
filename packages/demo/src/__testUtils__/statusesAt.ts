import {
  composeStatus,
  type EvaluatedStatus,
  type ObjectiveDefinition,
  requiredRanges,
  sumBuckets,
  sumRanges,
} from '@plimsoll/plugin-slo-common';
import { DemoMetricsSource } from '../source/DemoMetricsSource';

/** An objective and what the portal would say about it. */
export interface DemoStatus {
  objective: ObjectiveDefinition;
  status: EvaluatedStatus;
}

/**
 * What a portal that was set up at `now` (Unix seconds) shows, computed by the
 * portal's own arithmetic from the source's buckets.
 */
export async function statusesAt(options: {
  now: number;
  objectives: ObjectiveDefinition[];
}): Promise<DemoStatus[]> {
  const { now, objectives } = options;
  const source = DemoMetricsSource.create({ now: () => now });
  const from = await source.oldestSample();
  const { readings } = await source.readBuckets({
    objectives,
    from,
    to: now,
    step: 300,
  });
  return objectives.map((objective, index) => {
    const { buckets, faults, inconsistent } = readings[index];
    const first = buckets.at(0);
    const last = buckets.at(-1);
    const ranges = requiredRanges({ definition: objective, at: now });
    const status = composeStatus({
      definition: objective,
      at: now,
      sums: sumRanges(ranges, range => sumBuckets({ buckets, ...range })),
      source: { kind: 'up' },
      faults,
      inconsistent,
      measuredFrom: first?.start,
      measuredUpTo: last && last.start + last.seconds,
    });
    return { objective, status };
  });
}

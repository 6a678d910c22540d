import type { Bucket } from '@plimsoll/plugin-slo-common';
import type { Answer } from './Answer';
import { pointCount, type Evaluation } from './Evaluation';
import type { Measurement } from './measure';

const ROUNDING = 1e-9;

/** What two answers say about the buckets of one objective. */
export interface CountedBuckets {
  /** Ordered by start; what was not measured is left out. */
  buckets: Bucket[];
  /** A portion larger than the total, or less than nothing, was clamped. */
  inconsistent: boolean;
  /** NaN or an infinity was read and left out. */
  nonFinite: boolean;
  /** A ready-made ratio that is none; the value that was read. */
  noRatio?: number;
}

/**
 * Joins the answers for the portion and the total into buckets.
 *
 * - total absent: not measured
 * - bad absent: no bad events
 * - good absent while there were events: not measured, since the series may
 *   just be missing
 * - NaN or infinite: not measured
 */
export function bucketsOf(options: {
  measurement: Measurement;
  portion: Answer;
  total: Answer;
  evaluations: readonly Evaluation[];
}): CountedBuckets {
  const { measurement, portion, total, evaluations } = options;
  const result: CountedBuckets = {
    buckets: [],
    inconsistent: false,
    nonFinite: false,
  };
  for (const evaluation of evaluations) {
    const { start, step, windowSeconds } = evaluation;
    for (let index = 0; index < pointCount(evaluation); index += 1) {
      const end = start + index * step;
      const all = total.values.get(end);
      const some = portion.values.get(end);
      const counted =
        all === undefined
          ? undefined
          : countBucket({ measurement, all, some, result });
      if (counted) {
        const { sampleSeconds } = measurement;
        result.buckets.push({
          start: end - windowSeconds,
          seconds: windowSeconds,
          ...counted,
          coveredSeconds: sampleSeconds
            ? Math.min(windowSeconds, counted.total * sampleSeconds)
            : windowSeconds,
        });
      }
    }
  }
  return result;
}

function countBucket(options: {
  measurement: Measurement;
  all: number;
  some: number | undefined;
  result: CountedBuckets;
}): { bad: number; total: number } | undefined {
  const { measurement, all, some, result } = options;
  const { means, isRatio, sampleSeconds } = measurement;
  const onlyStrangeSamples = sampleSeconds !== undefined && all === 0;
  if (onlyStrangeSamples || ![all, some ?? 0].every(Number.isFinite)) {
    result.nonFinite = true;
    return undefined;
  }
  if (some === undefined && means === 'good' && all > 0) {
    return undefined;
  }
  const portion = some ?? 0;
  if (isRatio && (portion < -all / 2 || portion > all * 1.5)) {
    result.noRatio = portion / all;
    return undefined;
  }
  const total = Math.max(0, all);
  const bad = means === 'bad' ? portion : all - portion;
  const clamped = Math.min(Math.max(0, bad), total);
  const tolerance = ROUNDING * Math.max(1, total);
  if (Math.abs(bad - clamped) > tolerance || all < -tolerance) {
    result.inconsistent = true;
  }
  return { bad: clamped, total };
}

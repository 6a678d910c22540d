import type { BucketUse } from '@plimsoll/plugin-cost-common';
import type { Series } from '@plimsoll/prometheus-client';
import { BUCKET_DAYS, BUCKET_LABELS, type BucketQuery } from './bucketQueries';

const DAY_SECONDS = 86_400;

/** Buckets of which all is known; of others nothing could be said. */
export function foldBuckets(options: {
  answers: Record<BucketQuery, readonly Series[]>;
  periodSeconds: number;
}): BucketUse[] {
  const { answers, periodSeconds } = options;
  const periods = (BUCKET_DAYS * DAY_SECONDS) / periodSeconds;
  const objects = valuesOf(answers.objects);
  const read = valuesOf(answers.bytesRead);
  const written = valuesOf(answers.bytesWritten);
  const seen = valuesOf(answers.periodsSeen);
  return [...valuesOf(answers.bytes)].flatMap(([resourceId, bytes]) => {
    const ownObjects = objects.get(resourceId);
    const bytesRead = read.get(resourceId);
    const bytesWritten = written.get(resourceId);
    const periodsSeen = seen.get(resourceId);
    return ownObjects === undefined ||
      bytesRead === undefined ||
      bytesWritten === undefined ||
      periodsSeen === undefined
      ? []
      : [
          {
            resourceId,
            bytes,
            objects: ownObjects,
            days: BUCKET_DAYS,
            seenRatio: Math.min(1, periodsSeen / periods),
            bytesRead,
            bytesWritten,
          },
        ];
  });
}

/** The last value of each bucket, by its name. */
function valuesOf(series: readonly Series[]): Map<string, number> {
  return new Map(
    series.flatMap(({ labels, points }) => {
      const name = BUCKET_LABELS.map(label => labels[label]).find(Boolean);
      const value = points.at(-1)?.[1];
      return name !== undefined && value !== undefined && Number.isFinite(value)
        ? [[name, value] as const]
        : [];
    }),
  );
}

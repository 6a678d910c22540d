import type { LabelMatcher } from '@plimsoll/prometheus-client';
import { clusterSelector, type UseQueryOptions } from './UseQueries';

/** Days that are looked at: longer than a cheaper class asks for. */
export const BUCKET_DAYS = 35;

/**
 * How the two exporters of CloudWatch's metrics name its dimensions: Prometheus'
 * own (`cloudwatch_exporter`) and YACE (`yet-another-cloudwatch-exporter`).
 */
const EXPORTERS = [
  { bucket: 'bucket_name', storage: 'storage_type', filter: 'filter_id' },
  {
    bucket: 'dimension_BucketName',
    storage: 'dimension_StorageType',
    filter: 'dimension_FilterId',
  },
] as const;

/** Labels of the answers; one of them names the bucket. */
export const BUCKET_LABELS = EXPORTERS.map(({ bucket }) => bucket);

/** @see bucketQueries */
export interface BucketQueryOptions extends Pick<UseQueryOptions, 'enforced'> {
  /** Seconds over which CloudWatch sums requests, as the exporter asks for. */
  periodSeconds: number;
}

/**
 * The questions whose answers say how much of an S3 bucket nobody reads.
 * Requests are counted where the bucket's request metrics have the filter
 * `EntireBucket`: those of a part of it would say too little.
 */
export function bucketQueries(options: BucketQueryOptions) {
  const { periodSeconds } = options;
  const of = (
    metric: string,
    matcherOf: (labels: (typeof EXPORTERS)[number]) => LabelMatcher,
  ) =>
    EXPORTERS.map(labels =>
      clusterSelector(options, metric, [
        { label: labels.bucket, operator: '!=', value: '' },
        matcherOf(labels),
      ]),
    ).join(' or ');
  const by = `max by (${BUCKET_LABELS.join(', ')})`;
  const stored = (metric: string, type: string) => {
    const selectors = of(metric, ({ storage }) => ({
      label: storage,
      operator: '=',
      value: type,
    }));
    // Once a day, and of the day before: CloudWatch is slow here.
    return `max_over_time((${by} (${selectors}))[3d:1h])`;
  };
  // Each sample is the sum of one period.
  const requests = (metric: string) => {
    const selectors = of(metric, ({ filter }) => ({
      label: filter,
      operator: '=',
      value: 'EntireBucket',
    }));
    return `(${by} (${selectors}))[${BUCKET_DAYS}d:${periodSeconds}s]`;
  };
  const read = requests('aws_s3_bytes_downloaded_sum');
  return {
    bytes: stored('aws_s3_bucket_size_bytes_average', 'StandardStorage'),
    objects: stored('aws_s3_number_of_objects_average', 'AllStorageTypes'),
    bytesRead: `sum_over_time(${read})`,
    bytesWritten: `sum_over_time(${requests('aws_s3_bytes_uploaded_sum')})`,
    periodsSeen: `count_over_time(${read})`,
  } as const;
}

/** Names of the questions. */
export type BucketQuery = keyof ReturnType<typeof bucketQueries>;

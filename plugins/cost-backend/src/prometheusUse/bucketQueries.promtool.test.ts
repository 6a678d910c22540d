import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';
import { type BucketQuery, bucketQueries } from './bucketQueries';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

/** Periods of an hour in 40 days. */
const HOURS = 40 * 24;
const WINDOW = 35 * 24;

const yace = (metric: string, more: string) =>
  `aws_s3_${metric}{dimension_BucketName="logs",name="arn:aws:s3:::logs",${more}}`;
const own = (metric: string, more: string) =>
  `aws_s3_${metric}{bucket_name="exports",job="cloudwatch",${more}}`;

const SERIES: Array<[string, string]> = [
  [
    yace(
      'bucket_size_bytes_average',
      'dimension_StorageType="StandardStorage"',
    ),
    `800x${HOURS}`,
  ],
  [
    yace(
      'bucket_size_bytes_average',
      'dimension_StorageType="StandardIAStorage"',
    ),
    `9000x${HOURS}`,
  ],
  [
    yace(
      'number_of_objects_average',
      'dimension_StorageType="AllStorageTypes"',
    ),
    `7x${HOURS}`,
  ],
  [
    yace('bytes_downloaded_sum', 'dimension_FilterId="EntireBucket"'),
    `2x${HOURS}`,
  ],
  [yace('bytes_downloaded_sum', 'dimension_FilterId="a-part"'), `9x${HOURS}`],
  [
    yace('bytes_uploaded_sum', 'dimension_FilterId="EntireBucket"'),
    `1x${HOURS}`,
  ],
  [
    own('bucket_size_bytes_average', 'storage_type="StandardStorage"'),
    `300x${HOURS}`,
  ],
  [own('bytes_downloaded_sum', 'filter_id="a-part"'), `9x${HOURS}`],
];

describeOnPromtool('the questions on buckets, asked of Prometheus', () => {
  const logs = '{dimension_BucketName="logs"}';
  const expected: Record<BucketQuery, object[]> = {
    bytes: [
      { labels: logs, value: 800 },
      { labels: '{bucket_name="exports"}', value: 300 },
    ],
    objects: [{ labels: logs, value: 7 }],
    // the sum of a part of a bucket proves nothing of the bucket
    bytesRead: [{ labels: logs, value: 2 * WINDOW }],
    bytesWritten: [{ labels: logs, value: WINDOW }],
    periodsSeen: [{ labels: logs, value: WINDOW }],
  };

  it.each(Object.keys(expected) as BucketQuery[])('%s', name => {
    expect(() =>
      evaluateRules(promtool, {
        groups: [],
        evaluationInterval: '1h',
        tests: [
          {
            interval: '1h',
            input_series: SERIES.map(([series, values]) => ({
              series,
              values,
            })),
            promql_expr_test: [
              {
                expr: bucketQueries({ enforced: [], periodSeconds: 3_600 })[
                  name
                ],
                // between two hours: which end of a range counts differs by version
                eval_time: '39d2m',
                exp_samples: expected[name],
              },
            ],
          },
        ],
      }),
    ).not.toThrow();
  });
});

import {
  evaluateRules,
  findPromtool,
} from '@plimsoll/prometheus-client/testUtils';
import { type VolumeQuery, volumeQueries } from './volumeQueries';

const promtool = findPromtool() ?? '';
const describeOnPromtool = promtool ? describe : describe.skip;

/** Hours of 40 days: claimed for so many, then released. */
const HOURS = 40 * 24;
const phases = (name: string, claimed: number): Array<[string, string]> => {
  const of = (phase: string) =>
    `kube_persistentvolume_status_phase{persistentvolume="${name}",phase="${phase}",instance="ksm"}`;
  const values = (first: number, then: number) =>
    [
      claimed > 0 ? `${first}x${claimed - 1}` : '',
      claimed <= HOURS ? `${then}x${HOURS - claimed}` : '',
    ]
      .filter(Boolean)
      .join(' ');
  return [
    [of('Bound'), values(1, 0)],
    [of('Released'), values(0, 1)],
    [of('Available'), `0x${HOURS}`],
  ];
};

const SERIES = [
  ...phases('in-use', HOURS + 1),
  ...phases('gone', 30 * 24),
  ...phases('long-gone', 0),
  [
    'kube_persistentvolume_info{persistentvolume="gone",csi_volume_handle="vol-1",storageclass="gp3"}',
    `1x${HOURS}`,
  ] as [string, string],
];

describeOnPromtool('the questions on volumes, asked of Prometheus', () => {
  const volume = (name: string) => `{persistentvolume="${name}"}`;
  const expected: Record<VolumeQuery, object[]> = {
    unclaimed: ['gone', 'long-gone'].map(name => ({
      labels: `{persistentvolume="${name}", phase="Released"}`,
      value: 1,
    })),
    handles: [
      {
        labels: '{persistentvolume="gone", csi_volume_handle="vol-1"}',
        value: 1,
      },
    ],
    unclaimedHours: [
      { labels: volume('gone'), value: 10 * 24 + 1 },
      { labels: volume('long-gone'), value: 35 * 24 },
    ],
    secondsSinceClaim: [
      { labels: volume('in-use'), value: 120 },
      { labels: volume('gone'), value: (10 * 24 + 1) * 3_600 + 120 },
    ],
  };

  it.each(Object.keys(expected) as VolumeQuery[])('%s', name => {
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
                expr: volumeQueries({ enforced: [] })[name],
                // between two hours: which end of a range counts differs by version
                eval_time: '40d2m',
                exp_samples: expected[name],
              },
            ],
          },
        ],
      }),
    ).not.toThrow();
  });
});

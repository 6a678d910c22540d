import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { checkoutFigures, figure } from '../__fixtures__/checkoutMetrics';
import { voice } from '../__testUtils__/voice';
import { findFigure } from './findFigure';
import { grounds } from './grounds';
import { targetText } from './targetText';

const speaker = voice();

describe('the grounds of a metric', () => {
  const textOf = (one: MetricFigure) => grounds({ figure: one, ...speaker });

  it.each([
    [
      'change-failure-rate',
      ['2 of 61', '95% interval 0.9% to 11.2%', '1 pending'],
    ],
    ['deployment-frequency', ['61 in 13 weeks', 'every week had at least 3']],
    ['change-lead-time', ['median of 214 changes', '9 in 10 under 26 h']],
    [
      'failed-deployment-recovery-time',
      ['2 recoveries', 'too few for a median, 5 are needed'],
    ],
    [
      'rework-rate',
      ['3 of 61 were unplanned fixes', '95% interval 1.7% to 13.5%'],
    ],
    [
      'rollback-time',
      ['slower of 2 rollbacks', 'decision before it 2 min 57 s'],
    ],
    ['time-to-recover', ['3 incidents', 'too few for a median, 5 are needed']],
    ['prevented-failures', ['stopped before they did harm']],
  ] as const)('of %s in picture 05', (name, expected) => {
    expect(textOf(findFigure(checkoutFigures, name)!)).toEqual(expected);
  });

  it.each<[string[], Parameters<typeof figure>]>([
    [
      ['below 12.0%, 95% interval'],
      [
        'change-failure-rate',
        {
          unit: 'ratio',
          state: 'none',
          sampleSize: 27,
          interval: { low: 0, high: 0.12, level: 0.95, method: 'wilson' },
        },
      ],
    ],
    [
      ['too few for a rate, 5 are needed', '2 pending'],
      [
        'change-failure-rate',
        { unit: 'ratio', state: 'too-few', sampleSize: 3, pending: 2 },
      ],
    ],
    [
      ['nothing was deployed'],
      ['change-failure-rate', { unit: 'ratio', state: 'no-data' }],
    ],
    [
      ['nothing was deployed'],
      ['deployment-frequency', { unit: 'per-week', state: 'none' }],
    ],
    [
      ['3 to production'],
      ['deployment-frequency', { unit: 'per-week', sampleSize: 3 }],
    ],
    [['nothing was deployed'], ['change-lead-time', { state: 'no-data' }]],
    [
      ['no change could be traced to its commit'],
      ['change-lead-time', { state: 'none' }],
    ],
    [['nothing was rolled back'], ['rollback-time', { state: 'none' }]],
    [
      ['no deployment failed'],
      ['failed-deployment-recovery-time', { state: 'none' }],
    ],
    [['no incident'], ['time-to-recover', { state: 'none' }]],
    [
      ['median of 7 rollbacks', '2 still going on'],
      ['rollback-time', { value: 100, sampleSize: 7, censored: 2 }],
    ],
    [
      ['slowest of 3 rollbacks'],
      [
        'rollback-time',
        { state: 'too-few', sampleSize: 3, samples: [1, 2, 3] },
      ],
    ],
    [
      ['median of 9 recoveries'],
      ['failed-deployment-recovery-time', { value: 100, sampleSize: 9 }],
    ],
    [
      ['median of 9 incidents'],
      ['time-to-acknowledge', { value: 100, sampleSize: 9 }],
    ],
    [
      ['median of 9 changes', 'from merge'],
      ['change-lead-time', { value: 100, sampleSize: 9, basis: 'merge' }],
    ],
    [
      ['median of 9 changes', 'from commit or merge'],
      ['change-lead-time', { value: 100, sampleSize: 9, basis: 'mixed' }],
    ],
  ])('says %p', (expected, [metric, part]) => {
    expect(textOf(figure(metric, part))).toEqual(expected);
  });

  it('tells weeks without a deployment, cut weeks not compared', () => {
    const week = (from: string, to: string, sampleSize: number) => ({
      from: `${from}T00:00:00.000Z`,
      to: `${to}T00:00:00.000Z`,
      sampleSize,
    });
    const trend = [
      week('2026-11-01', '2026-11-02', 0),
      week('2026-11-02', '2026-11-09', 4),
      week('2026-11-09', '2026-11-16', 0),
      week('2026-11-16', '2026-11-19', 0),
    ];
    expect(
      textOf(
        figure('deployment-frequency', {
          unit: 'per-week',
          value: 1.6,
          sampleSize: 4,
          trend,
        }),
      ),
    ).toEqual(['4 in 3 weeks', '1 week had none']);
  });
});

describe('the target of a metric', () => {
  it.each<[string | undefined, Parameters<typeof figure>]>([
    [
      'target under 8%',
      ['change-failure-rate', { unit: 'ratio', target: { value: 0.08 } }],
    ],
    [
      'target under 7.5%',
      ['change-failure-rate', { unit: 'ratio', target: { value: 0.075 } }],
    ],
    ['target 10 min', ['time-to-recover', { target: { value: 600 } }]],
    [
      'target 3',
      ['deployment-frequency', { unit: 'per-week', target: { value: 3 } }],
    ],
    [undefined, ['time-to-recover', {}]],
  ])('reads %p', (expected, [metric, part]) => {
    expect(targetText({ figure: figure(metric, part), ...speaker })).toBe(
      expected,
    );
  });
});

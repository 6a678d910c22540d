import fc from 'fast-check';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { checkoutFigures, figure } from '../__fixtures__/checkoutMetrics';
import { voice } from '../__testUtils__/voice';
import { findFigure } from './findFigure';
import { headline } from './headline';

describe('the headline of a metric', () => {
  const speaker = voice();
  const text = (one: MetricFigure) =>
    headline({ figure: one, ...speaker }).text;

  it.each([
    ['change-failure-rate', '3.3%'],
    ['deployment-frequency', '4.7 a week'],
    ['change-lead-time', '3 h 12 min'],
    ['failed-deployment-recovery-time', '10 min 55 s, 24 min'],
    ['rework-rate', '4.9%'],
    // What is promised is promised of the slowest.
    ['rollback-time', '2 min 18 s'],
    ['time-to-recover', '7 min to 21 min 48 s'],
    ['prevented-failures', '1'],
  ] as const)('of %s in picture 05 is %p', (name, expected) => {
    expect(text(findFigure(checkoutFigures, name)!)).toBe(expected);
  });

  it.each([
    ['none in 27', { unit: 'ratio', state: 'none', sampleSize: 27 }],
    ['1 of 3', { unit: 'ratio', state: 'too-few', events: 1, sampleSize: 3 }],
    ['no data', { unit: 'ratio', state: 'no-data' }],
    ['no data', { unit: 'seconds', state: 'no-data' }],
    ['none', { unit: 'seconds', state: 'none' }],
    ['none', { unit: 'per-week', state: 'none', value: 0 }],
    [
      '7 min',
      { unit: 'seconds', state: 'too-few', sampleSize: 1, samples: [420] },
    ],
    // One that still goes on has no duration yet.
    [
      'too few',
      { unit: 'seconds', state: 'too-few', sampleSize: 1, samples: [] },
    ],
    [
      'too few',
      { unit: 'seconds', state: 'too-few', sampleSize: 9, censored: 8 },
    ],
    ['0.02 a week', { unit: 'per-week', value: 0.0204, sampleSize: 1 }],
  ] as const)('reads %p', (expected, part) => {
    const { samples, ...rest } = { samples: undefined, ...part };
    expect(
      text(
        figure('change-failure-rate', {
          ...rest,
          samples: samples && [...samples],
        }),
      ),
    ).toBe(expected);
  });

  it('is never a percentage of fewer than five', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (sampleSize, events) => {
          const one = figure('change-failure-rate', {
            unit: 'ratio',
            state: 'too-few',
            events: Math.min(events, sampleSize),
            sampleSize,
          });
          expect(text(one)).not.toContain('%');
          expect(headline({ figure: one, ...speaker }).words).toBe(true);
        },
      ),
    );
  });
});

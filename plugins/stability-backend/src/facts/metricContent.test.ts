import { metricsOf, weeksOf } from '@plimsoll/plugin-stability-common';
import * as fc from 'fast-check';
import { NOON } from '../__testUtils__/observed';
import { readMetricContent, writeMetricContent } from './metricContent';
import { METRIC_WINDOWS, windowBefore } from './MetricWindow';

describe('metricContent', () => {
  it('reads what it wrote, of any instant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000_000_000 }),
        fc.constantFrom(...METRIC_WINDOWS),
        (offset, days) => {
          const countedAt = Date.UTC(2026, 0, 1) + offset;
          const window = windowBefore({ days, now: countedAt });
          const content = {
            ...window,
            ...metricsOf({
              deployments: [],
              incidents: [],
              ...window,
              now: window.to,
            }),
          };
          const text = writeMetricContent(content);
          expect(readMetricContent({ text, days, countedAt })).toEqual(content);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps the values of each week, and weeks without one', () => {
    const values = [
      { value: 0.5, sampleSize: 2 },
      { sampleSize: 0 },
      { value: 0, sampleSize: 1 },
      { sampleSize: 0 },
      { value: 1, sampleSize: 9 },
    ];
    const trendEndingAt = (to: number) =>
      weeksOf({ from: to - 30 * 86_400_000, to }).map(({ iso }, index) => ({
        ...iso,
        ...values[index],
      }));
    const trend = trendEndingAt(NOON);
    expect(trend).toHaveLength(values.length);
    const figure = {
      metric: 'change-failure-rate' as const,
      state: 'ok' as const,
      unit: 'ratio' as const,
      sampleSize: 3,
      trend,
      definition: { id: 'change-failure-rate' as const, version: 1 },
    };
    const counts = {
      deployments: 3,
      failed: 1,
      pending: 0,
      prevented: 0,
      rollbacks: 0,
      incidents: 0,
      openIncidents: 0,
    };
    const content = {
      ...windowBefore({ days: 30, now: NOON }),
      counts,
      metrics: [figure, figure],
    };
    const text = writeMetricContent(content);
    const read = readMetricContent({ text, days: 30, countedAt: NOON });
    expect(read).toEqual(content);
    // an hour later the same values are the same text, read with other ends
    const later = NOON + 3_600_000;
    expect(
      writeMetricContent({
        ...content,
        ...windowBefore({ days: 30, now: later }),
      }),
    ).toBe(text);
    expect(
      readMetricContent({ text, days: 30, countedAt: later }),
    ).toMatchObject({
      to: new Date(later).toISOString(),
      metrics: [{ trend: trendEndingAt(later) }, {}],
    });
  });
});

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
          const { text } = writeMetricContent(content);
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
    const { text, figures } = writeMetricContent(content);
    const read = readMetricContent({ text, days: 30, countedAt: NOON });
    expect(read).toEqual(content);
    // an hour later the same values are the same figures, read with other ends
    const later = NOON + 3_600_000;
    expect(
      writeMetricContent({
        ...content,
        ...windowBefore({ days: 30, now: later }),
      }).figures,
    ).toBe(figures);
    expect(
      readMetricContent({ text, days: 30, countedAt: later }),
    ).toMatchObject({
      to: new Date(later).toISOString(),
      metrics: [{ trend: trendEndingAt(later) }, {}],
    });
  });

  it('writes what replicas of the version before read', () => {
    const window = windowBefore({ days: 30, now: NOON });
    const content = {
      ...window,
      ...metricsOf({
        deployments: [],
        incidents: [],
        ...window,
        now: window.to,
      }),
    };
    const { from, to, weeks, metrics } = JSON.parse(
      writeMetricContent(content).text,
    );
    expect({ from, to }).toEqual(window);
    // as they read it
    const trends = metrics.map(({ trend }: { trend: unknown[] }) =>
      trend.map((_, index) => ({
        from: weeks[index],
        to: weeks[index + 1],
      })),
    );
    expect(trends).toEqual(
      content.metrics.map(({ trend }) =>
        trend.map(week => ({ from: week.from, to: week.to })),
      ),
    );
    expect(trends[0].length).toBeGreaterThan(3);
  });
});

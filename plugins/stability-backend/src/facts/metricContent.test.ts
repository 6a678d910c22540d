import { metricsOf } from '@plimsoll/plugin-stability-common';
import * as fc from 'fast-check';
import { readMetricContent, writeMetricContent } from './metricContent';

const DAY = 86_400_000;

describe('metricContent', () => {
  it('reads what it wrote, for any window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.integer({ min: 0, max: 180 }),
        (offset, days) => {
          const start = Date.UTC(2026, 0, 1) + offset * 3_600_000;
          const from = new Date(start).toISOString();
          const to = new Date(start + days * DAY).toISOString();
          const content = {
            from,
            to,
            ...metricsOf({ deployments: [], incidents: [], from, to, now: to }),
          };
          expect(readMetricContent(writeMetricContent(content))).toEqual(
            content,
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('keeps the values of each week, and weeks without one', () => {
    const trend = [
      { from: 'a', to: 'b', value: 0.5, sampleSize: 2 },
      { from: 'b', to: 'c', sampleSize: 0 },
      { from: 'c', to: 'd', value: 0, sampleSize: 1 },
    ];
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
    const content = { from: 'a', to: 'd', counts, metrics: [figure, figure] };
    const text = writeMetricContent(content);
    expect(readMetricContent(text)).toEqual(content);
    expect(JSON.parse(text).weeks).toEqual(['a', 'b', 'c', 'd']);
  });
});

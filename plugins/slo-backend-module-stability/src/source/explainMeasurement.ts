import type { ExplainedQuery } from '@plimsoll/plugin-slo-common';
import type { Measurement } from '../measurement/Measurement';

/** What is asked of the stability plugin, as its address and its condition. */
export function explainMeasurement(measurement: Measurement): ExplainedQuery[] {
  const { kind, entityRef } = measurement;
  const query = (name: string, condition: string): ExplainedQuery => ({
    name,
    language: 'stability',
    text: `GET /api/stability/${kind}?entityRef=${entityRef} where ${condition}`,
  });
  return measurement.kind === 'deployments'
    ? [
        query(
          'bad',
          'production and type = forward and verdict = failed, by finishedAt',
        ),
        query(
          'total',
          'production and type = forward and verdict in (failed, clean), by finishedAt',
        ),
      ]
    : [
        query(
          'good',
          `resolvedAt - startedAt <= ${measurement.withinSeconds} s, by resolvedAt`,
        ),
        query(
          'total',
          `good, or open or lasted longer than ${measurement.withinSeconds} s, by when that was up`,
        ),
      ];
}

import type {
  MetricExplanation,
  MetricName,
} from '@plimsoll/plugin-stability-common';
import { checkoutDeployments } from './checkoutDeployments';
import { checkoutFigures, figure } from './checkoutMetrics';

/** What the change failure rate of picture 05 was counted from. */
export function explanation(metric: MetricName): MetricExplanation {
  return {
    figure:
      checkoutFigures.find(one => one.metric === metric) ?? figure(metric, {}),
    formula: {
      id: metric,
      version: 1,
      inputs: { sampleSize: 61, events: 2, open: 0, leftOut: 3, days: 90 },
    },
    deployments: checkoutDeployments.map(
      ({ id, version, finishedAt, verdict, evidence }) => {
        const { name } = verdict;
        return {
          id,
          version,
          finishedAt,
          verdict,
          evidence,
          counted: name === 'failed',
          leftOut:
            name === 'pending' || name === 'rollback' || name === 'prevented'
              ? name
              : undefined,
        };
      },
    ),
    incidents: [],
    readAt: '2026-11-19T09:23:24.000Z',
  };
}

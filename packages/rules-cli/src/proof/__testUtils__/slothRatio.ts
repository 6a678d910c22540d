import type { RuleGroup } from '@plimsoll/plugin-slo-common/rules';

/** Name of the series that holds the share of failures over the window. */
export const SLOTH_SERIES = 'compared:sloth:ratio';

/**
 * What Sloth's default ("optimized") rules make of the same counters, written
 * anew after the formulas that it publishes: the ratio of five minutes, and for
 * the window the mean of those ratios.
 */
export function slothRatio(options: {
  job: string;
  window: string;
}): RuleGroup {
  const { job, window } = options;
  const rate = (code: string) =>
    `sum(rate(http_requests_total{job="${job}"${code}}[5m]))`;
  const short = `compared:sloth:ratio5m{job="${job}"}`;
  return {
    name: `sloth ${job}`,
    rules: [
      {
        record: 'compared:sloth:ratio5m',
        expr: `${rate(',code=~"5.."')} / ${rate('')}`,
        labels: { job },
      },
      {
        record: SLOTH_SERIES,
        expr: `sum_over_time(${short}[${window}]) / count_over_time(${short}[${window}])`,
        labels: { job },
      },
    ],
  };
}

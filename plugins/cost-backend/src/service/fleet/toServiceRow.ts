import { parseEntityRef } from '@backstage/catalog-model';
import {
  type CostChange,
  type CostMetric,
  type CostServiceRow,
  formatAmount,
} from '@plimsoll/plugin-cost-common';
import type { IndexedService } from '@plimsoll/service-index';
import type { ServiceDigest } from '../../derive/ServiceDigest';

/** A service's row in lists, from what is kept of it and of the catalog. */
export function toServiceRow(options: {
  entityRef: string;
  digest: ServiceDigest;
  service: IndexedService | undefined;
  total: bigint;
  change: CostChange | undefined;
  metric: CostMetric;
  saving: bigint | undefined;
  anomalies: number;
}): CostServiceRow {
  const { entityRef, digest, service, total, change, metric } = options;
  const { forecast, budget, unitCost, unitCostState, savingState } = digest;
  return {
    ref: entityRef,
    title: service?.title ?? parseEntityRef(entityRef).name,
    ...(service?.owners[0] && { owner: service.owners[0] }),
    ...(service?.system && { system: service.system }),
    total: formatAmount(total),
    ...(change && { change }),
    months: digest.months.map(month => ({
      month: month.month,
      total: formatAmount(BigInt(month[metric])),
    })),
    ...(forecast &&
      metric === 'effective' && {
        forecast: {
          expected: forecast.expected,
          low: forecast.low,
          high: forecast.high,
        },
      }),
    ...(budget && {
      budget: {
        amount: budget.amount,
        usedRatio: budget.usedRatio,
        state: budget.state,
      },
    }),
    ...(unitCost && { unitCost }),
    ...(unitCostState && { unitCostState }),
    ...(options.saving !== undefined && {
      saving: formatAmount(options.saving),
    }),
    ...(savingState && { savingState }),
    anomalies: options.anomalies,
  };
}

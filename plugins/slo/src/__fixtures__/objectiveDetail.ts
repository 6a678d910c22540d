import type {
  CalendarMonth,
  ObjectiveDetail,
  ObjectiveStatus,
} from '@plimsoll/plugin-slo-common';

const REMAINING = [0.71, 0.64, 0.88, 0.42, 0.79, -0.08, 0.55, undefined, 0.58];

/** March to November 2026 in Warsaw; October was not measured. */
function months(): CalendarMonth[] {
  return REMAINING.map((remaining, index) => ({
    from: new Date(Date.UTC(2026, 2 + index, 1)).toISOString(),
    to: new Date(Date.UTC(2026, 3 + index, 1)).toISOString(),
    remaining,
    coverage: remaining === undefined ? 0 : 0.99,
    current: index === REMAINING.length - 1,
  }));
}

/** An objective with its document and its months. */
export function objectiveDetail(objective: ObjectiveStatus): ObjectiveDetail {
  return {
    ...objective,
    document: {
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'checkout-availability' },
      spec: { service: 'checkout', budgetingMethod: 'Occurrences' },
    },
    location: 'https://git.example.com/checkout/slo.yaml',
    months: months(),
    timeZone: 'Europe/Warsaw',
  };
}

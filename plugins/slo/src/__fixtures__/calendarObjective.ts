import type { ObjectiveStatus } from '@plimsoll/plugin-slo-common';
import { objectiveStatus } from './objectiveStatus';

/** Failed transactions of a calendar month in Warsaw. */
export function calendarObjective(): ObjectiveStatus {
  return objectiveStatus({
    ref: 'slo:default/checkout-transactions',
    objective: 'failed-transactions',
    displayName: 'Failed transactions',
    description: undefined,
    target: 0.998,
    targetText: '99.8',
    window: {
      kind: 'calendar',
      duration: { value: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      timeZone: 'Europe/Warsaw',
    },
    windowFrom: '2026-10-31T23:00:00.000Z',
    windowTo: '2026-11-30T23:00:00.000Z',
    budget: {
      remaining: 0.705,
      consumed: 0.295,
      bad: 2_190,
      total: 3_710_732,
      allowed: 7_421.464,
    },
    projected: {
      remaining: 0.797,
      consumed: 0.203,
      bad: 2_190,
      total: 5_391_057,
      allowed: 10_782.114,
      expectedTotal: 5_391_057,
      basis: 'same-weekday',
    },
    coverage: 1,
  });
}

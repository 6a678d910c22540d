import type { SloCorrection } from '@plimsoll/plugin-slo-common';

/** Two hours in which the database of checkout moved. */
export function sloCorrection(
  overrides: Partial<SloCorrection> = {},
): SloCorrection {
  return {
    id: 'c1',
    entityRef: 'component:default/checkout',
    from: '2026-11-03T22:00:00.000Z',
    to: '2026-11-04T00:00:00.000Z',
    reason: 'Planned move of the database',
    createdBy: 'user:default/maja-wrona',
    createdAt: '2026-11-04T08:00:00.000Z',
    ...overrides,
  };
}

import type { CostExplanation } from '@plimsoll/plugin-cost-common';

/** Why checkout's month is what it is. */
export const explanation: CostExplanation = {
  figure: 'total',
  value: '415.48',
  formula: 'direct + cluster + dependencies + shared',
  inputs: [
    { name: 'Named by a tag', value: '$126.68' },
    { name: 'Share of node prices', value: '$189.57' },
    { name: 'Shared platform', value: '$17.85' },
  ],
  sources: [
    {
      name: 'bill',
      detail: 'FOCUS 1.2, delivery 2026-11, 41,208 rows',
      readAt: '2026-11-19T03:10:00.000Z',
    },
  ],
  definition:
    'What the bill charges for the complete days of the month, by effective cost.',
};

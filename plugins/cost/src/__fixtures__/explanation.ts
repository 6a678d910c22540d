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

/** Why the bill of the fleet is what it is. */
export const overviewExplanation: CostExplanation = {
  figure: 'total',
  value: '6780.14',
  formula: 'services + pools',
  inputs: [
    { name: 'from', value: '2026-11-01' },
    { name: 'to', value: '2026-11-18' },
    { name: 'on-services', value: '6441.12' },
    { name: 'unallocated', value: '61.02' },
    { name: 'idle', value: '212.40' },
    { name: 'shared', value: '65.60' },
    { name: 'residue', value: '0.00' },
  ],
  sources: explanation.sources,
  definition: 'All charges of these days.',
};

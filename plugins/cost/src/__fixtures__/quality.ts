import type { DataQuality, Restatement } from '@plimsoll/plugin-cost-common';
import { checkoutProof } from './checkoutCost';

export const dataQuality: DataQuality = {
  deliveries: [
    {
      source: 'bill',
      delivery: '2026-11',
      state: 'read',
      readAt: '2026-11-19T03:10:00.000Z',
      rows: 41_208,
      formatVersion: '1.2',
      faults: [
        {
          rule: 'list-below-contracted',
          severity: 'warning',
          message: 'ListCost is below ContractedCost',
          count: 19,
          place: 'row 812',
        },
        {
          rule: 'tags-null',
          severity: 'info',
          message: 'Tags is null',
          count: 312,
        },
      ],
    },
    {
      source: 'bill',
      delivery: '2026-10-copy',
      state: 'refused',
      readAt: '2026-11-18T03:10:00.000Z',
      message:
        'Account 111 has October 2026 already, from delivery 2026-10. Remove one of the two.',
      faults: [],
    },
  ],
  conservation: [
    {
      billingMonth: '2026-11-01',
      currency: 'USD',
      metric: 'billed',
      bill: '6780.14',
      allocated: '6780.14',
      residue: '0.00',
      difference: '0.00',
    },
  ],
  invoices: [
    {
      source: 'bill',
      billingAccount: '111',
      billingMonth: '2026-11-01',
      currency: 'USD',
      bill: {
        billed: '6780.14',
        effective: '6780.14',
        contracted: '6780.14',
        list: '7012.50',
      },
    },
  ],
  proof: checkoutProof,
};

export const restatements: Restatement[] = [
  {
    source: 'bill',
    billingAccount: '111',
    billingMonth: '2026-10-01',
    at: '2026-11-04T03:10:00.000Z',
    currency: 'USD',
    before: '12880.40',
    after: '12877.22',
    difference: '-3.18',
    metric: 'effective',
    largest: [
      {
        name: 'Data transfer',
        entityRef: 'component:default/storefront',
        difference: '-3.18',
      },
    ],
  },
];

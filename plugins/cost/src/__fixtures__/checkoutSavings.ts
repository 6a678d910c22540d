import type { Saving } from '@plimsoll/plugin-cost-common';
import { CHECKOUT } from './checkoutEntity';

function saving(id: string, rest: Partial<Saving>): Saving {
  return {
    id,
    entityRef: CHECKOUT,
    kind: 'right-size',
    title: id,
    subject: { type: 'workload', name: 'checkout' },
    realisable: '1.10',
    theoretical: '1.10',
    currency: 'USD',
    evidence: [],
    risk: 'low',
    guard: { state: 'none' },
    order: 1,
    ...rest,
  };
}

export const rightSize = saving('right-size', {
  title: 'Right-size checkout',
  realisable: '38.20',
  theoretical: '51.70',
  evidence: [
    { name: 'days', value: '30' },
    { name: 'cpu-request', value: '500m' },
    { name: 'cpu-p95', value: '212m' },
    { name: 'throttled', value: '0.0%' },
  ],
  guard: {
    state: 'allowed',
    budgetRemaining: 0.524,
    objective: 'Availability',
  },
  change: {
    template: 'template:default/cost-saving',
    values: {
      entityRef: CHECKOUT,
      savingId: 'right-size',
      title: 'Right-size checkout',
      changes: [{ path: 'resources.requests.cpu', yaml: '250m', now: '500m' }],
    },
  },
});

export const commitment = saving('commitment', {
  kind: 'commitment',
  title: 'One-year commitment for 3 machines',
  subject: { type: 'machines', count: 3, termMonths: 12 },
  noChange: 'by-hand',
  realisable: '21.60',
  theoretical: '21.60',
  evidence: [
    { name: 'Busy 24 hours', value: '360 of 365 days' },
    { name: 'Breaks even', value: 'after 7 months' },
  ],
  risk: 'medium',
  order: 2,
  curve: [
    { hourlyCommitment: 0, saving: 0 },
    { hourlyCommitment: 0.05, saving: 12.1 },
    { hourlyCommitment: 0.09, saving: 21.6 },
    { hourlyCommitment: 0.12, saving: 14.3 },
    { hourlyCommitment: 0.16, saving: -6.2 },
  ],
  breakEvenMonths: 7,
});

/** In the order in which they would be applied, as in picture 07. */
export const checkoutSavings: Saving[] = [
  rightSize,
  commitment,
  saving('lifecycle', {
    kind: 'storage-lifecycle',
    title: 'Move what nobody reads in invoices to a cheaper class',
    subject: { type: 'bucket', name: 'invoices' },
    evidence: [{ name: 'unread', value: '91%' }],
    order: 3,
    change: {
      template: 'template:default/lifecycle',
      values: { bucket: 'invoices' },
    },
  }),
  saving('spot', {
    kind: 'spot',
    title: 'Spot nodes for checkout-worker',
    subject: { type: 'workload', name: 'checkout-worker' },
    realisable: '9.40',
    theoretical: '9.40',
    evidence: [
      { name: 'Stateless', value: 'drains in 20 s' },
      { name: 'spot-replicas', value: '2 of 5' },
    ],
    risk: 'high',
    guard: {
      state: 'held-back',
      reason: 'low-budget',
      budgetRemaining: 0.59,
      objective: 'Deployment stability',
    },
    order: 4,
  }),
];

/** Somebody opened the change; the bill has answered since. */
export const appliedSaving = saving('applied', {
  title: 'Right-size cart',
  subject: { type: 'workload', name: 'cart' },
  realisable: '0.00',
  theoretical: '12.00',
  applied: {
    at: '2026-10-02T10:00:00.000Z',
    promised: '12.00',
    got: '9.70',
    until: '2026-11-01',
    measured: {
      of: 'category',
      weeks: 4,
      low: '6.20',
      high: '13.20',
      otherChanges: 2,
    },
  },
});

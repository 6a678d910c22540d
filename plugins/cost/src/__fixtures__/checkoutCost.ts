import type {
  CostBudget,
  CostProof,
  ServiceCost,
} from '@plimsoll/plugin-cost-common';
import { CENTS, checkoutDays, COMPLETE_TO } from './checkoutDays';
import { dearDeployment } from './checkoutDeployments';
import { CHECKOUT } from './checkoutEntity';
import { rightSize } from './checkoutSavings';

export const checkoutProof: CostProof = {
  completeTo: COMPLETE_TO,
  dueOn: '2026-11-20',
  matchedRatio: 0.991,
  unallocated: { ratio: 0.009, amount: '61.02' },
  restated: [
    {
      billingMonth: '2026-10-01',
      at: '2026-11-04T03:10:00.000Z',
      sources: ['bill'],
      difference: '-3.18',
    },
  ],
  currency: 'USD',
  otherCurrencies: [],
  metric: 'effective',
  basis: 'bill',
  sources: [
    {
      name: 'bill',
      type: 'focus',
      format: 'FOCUS 1.2',
      completeTo: COMPLETE_TO,
      state: 'ok',
      readAt: '2026-11-19T03:10:00.000Z',
    },
  ],
  splitBy: 'OpenCost',
};

export const checkoutBudget: CostBudget = {
  amount: '800.00',
  currency: 'USD',
  used: '415.48',
  usedRatio: 0.51935,
  state: 'under',
  notifyAt: [0.8, 1],
  from: 'person',
  setBy: 'user:default/maja-wrona',
  setAt: '2026-09-01T08:00:00.000Z',
};

const CHANGES: Record<string, [amount: string, ratio: number]> = {
  compute: ['16.60', 0.096],
  database: ['0.11', 0.001],
  cache: ['-0.08', -0.002],
  network: ['-0.13', -0.003],
  storage: ['-0.18', -0.009],
  platform: ['-0.05', -0.003],
};

const BEFORE = { from: '2026-10-15', to: '2026-11-01' };

const BASES: Record<string, ServiceCost['categories'][number]['bases']> = {
  compute: [{ basis: { by: 'cluster', cluster: 'shopkart' }, total: '189.57' }],
  database: [
    { basis: { by: 'direct', name: 'resource:Amazon RDS' }, total: '106.76' },
  ],
  cache: [
    {
      basis: {
        by: 'dependency',
        resourceRef: 'resource:default/sessions-redis',
        key: 'weight',
      },
      total: '39.61',
    },
  ],
  network: [
    {
      basis: { by: 'rule', rule: 'Load balancer by requests' },
      total: '41.77',
    },
  ],
  storage: [{ basis: { by: 'direct', name: 'tag:service' }, total: '19.92' }],
  platform: [
    {
      basis: { by: 'shared', pool: 'control plane', key: 'cost' },
      total: '17.85',
    },
  ],
};

const MONTHS = [
  '2025-11',
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
  '2026-11',
];

/** Checkout in November 2026, as in pictures 02 and 07. */
export function checkoutCost(changes: Partial<ServiceCost> = {}): ServiceCost {
  return {
    entityRef: CHECKOUT,
    groupBy: 'service',
    title: 'checkout',
    state: 'ok',
    otherCurrencies: [],
    from: '2026-11-01',
    to: '2026-11-18',
    total: '415.48',
    change: { ...BEFORE, amount: '16.36', ratio: 0.041 },
    days: checkoutDays.filter(
      ({ day }) => day >= '2026-11-01' && day <= COMPLETE_TO,
    ),
    months: MONTHS.map((month, index) => ({
      month: `${month}-01`,
      total: index === 12 ? '415.48' : (640 + index * 6.5).toFixed(2),
      ...(index === 12 && { incomplete: true }),
      categories: Object.fromEntries(
        CENTS.map(([category, cents]) => [
          category,
          (((640 + index * 6.5) * cents) / 41_548).toFixed(2),
        ]),
      ),
    })),
    categories: CENTS.map(([category, cents]) => ({
      category,
      total: (cents / 100).toFixed(2),
      change: {
        ...BEFORE,
        amount: CHANGES[category][0],
        ratio: CHANGES[category][1],
      },
      bases: BASES[category],
    })),
    lines: [],
    forecast: {
      month: '2026-11-01',
      expected: '748.21',
      low: '724.10',
      high: '774.90',
      confidence: 0.9,
      days: 48,
    },
    budget: checkoutBudget,
    unitCosts: [
      {
        unit: 'requests',
        per: 1_000_000,
        state: 'ok',
        value: '23.37',
        volume: 17_780_000,
        perDay: 1_045_000,
        days: checkoutDays.slice(0, 30).map(({ day }, index) => ({
          day,
          value: (
            (day >= '2026-11-11' ? 23.37 : 21.74) +
            [0.2, -0.4, 0.5, 0, -0.3, 0.6, -0.6][index % 7]
          ).toFixed(2),
        })),
        changedBy: dearDeployment,
        fixedPerDay: '9.10',
        marginal: '14.20',
      },
      {
        unit: 'orders',
        per: 1_000,
        state: 'ok',
        value: '0.14',
        volume: 3_060_000,
        perDay: 180_000,
        days: [],
      },
    ],
    savings: {
      open: 3,
      heldBack: 1,
      realisable: '60.90',
      foundAt: '2026-11-19T09:20:00.000Z',
      measured: true,
      largest: rightSize,
    },
    anomalies: [],
    mapping: {
      annotation: 'plimsoll.dev/cost-tags',
      value: 'service=checkout',
      tags: ['service', 'app'],
    },
    proof: checkoutProof,
    ...changes,
  };
}

import type {
  CostAnomaly,
  CostOverview,
  CostServiceRow,
} from '@plimsoll/plugin-cost-common';
import { checkoutProof } from './checkoutCost';
import { checkoutDays } from './checkoutDays';
import { CHECKOUT } from './checkoutEntity';

const BEFORE = { from: '2026-10-15', to: '2026-11-01' };

function row(
  name: string,
  total: string,
  ratio: number | undefined,
  rest: Partial<CostServiceRow> = {},
): CostServiceRow {
  const before = Number(total) / (1 + (ratio ?? 0));
  return {
    ref: `component:default/${name}`,
    title: name,
    owner: 'group:default/payments-crew',
    system: 'system:default/purchase',
    total,
    change: {
      ...BEFORE,
      amount: (Number(total) - before).toFixed(2),
      ratio,
    },
    months: ['2026-08-01', '2026-09-01', '2026-10-01'].map((month, index) => ({
      month,
      total: (before * (1.6 + index * 0.05)).toFixed(2),
    })),
    forecast: {
      expected: (Number(total) * 1.8).toFixed(2),
      low: (Number(total) * 1.75).toFixed(2),
      high: (Number(total) * 1.86).toFixed(2),
    },
    anomalies: 0,
    ...rest,
  };
}

/** Dearest first. */
export const fleetRows: CostServiceRow[] = [
  row('storefront', '1610.27', 0.019, {
    owner: 'group:default/web',
    system: 'system:default/shop',
    unitCost: { unit: 'requests', per: 1_000_000, value: '4.60' },
  }),
  row('product-listing', '1204.55', 0.116, {
    owner: 'group:default/discovery',
    unitCost: {
      unit: 'requests',
      per: 1_000_000,
      value: '8.10',
      changeRatio: 0.09,
    },
    budget: { amount: '2000.00', usedRatio: 0.602, state: 'over-expected' },
    anomalies: 1,
  }),
  row('checkout', '415.48', 0.041, {
    unitCost: {
      unit: 'requests',
      per: 1_000_000,
      value: '23.37',
      changeRatio: 0.075,
    },
    budget: { amount: '800.00', usedRatio: 0.519, state: 'under' },
    saving: '60.90',
  }),
  row('image-resizer', '203.66', -0.088, {
    budget: { amount: '180.00', usedRatio: 1.131, state: 'over' },
  }),
  row('gift-cards', '0.00', undefined, {
    change: undefined,
    forecast: undefined,
    months: [],
  }),
];

export const anomalies: CostAnomaly[] = [
  {
    id: 'a-1',
    entityRef: 'component:default/product-listing',
    title: 'product-listing',
    from: '2026-11-09',
    to: '2026-11-11',
    category: 'network',
    expected: '8.40',
    actual: '31.90',
    excess: '23.50',
    ratio: 2.8,
    score: 7.4,
    causes: [
      { kind: 'product', name: 'NAT gateway', explains: 0.82 },
      {
        kind: 'deployment',
        name: 'v12.9.1',
        deploymentId: 'd-v12.9.1',
        explains: 0.6,
      },
    ],
    state: 'over',
  },
  {
    id: 'a-2',
    entityRef: CHECKOUT,
    title: 'checkout',
    from: '2026-11-15',
    to: '2026-11-18',
    expected: '50.00',
    actual: '57.10',
    excess: '7.10',
    ratio: 0.142,
    score: 4.1,
    causes: [],
    state: 'open',
  },
];

export const fleetOverview: CostOverview = {
  from: '2026-11-01',
  to: '2026-11-18',
  bill: '6780.14',
  change: { ...BEFORE, amount: '182.10', ratio: 0.0276 },
  forecast: {
    month: '2026-11-01',
    expected: '13060.40',
    low: '12790.00',
    high: '13340.00',
    confidence: 0.9,
    days: 48,
  },
  services: '6441.12',
  pools: {
    unallocated: '61.02',
    idle: '212.40',
    shared: '65.60',
    residue: '0.00',
  },
  lines: [
    { kind: 'tax', total: '42.10' },
    { kind: 'refund', total: '-8.00' },
  ],
  days: checkoutDays,
  saving: '214.00',
  savingsFoundAt: '2026-11-19T09:20:00.000Z',
  movers: [fleetRows[1], fleetRows[3]],
  proof: checkoutProof,
};

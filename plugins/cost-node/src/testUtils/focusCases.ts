import type { FocusRow } from './focusCsv';

/**
 * A bill, and what every source must make of it, whatever engine it reads with:
 * lines as `day kind currency resource service billed effective`, sorted.
 *
 * @public
 */
export interface FocusCase {
  name: string;
  rows: FocusRow[];
  /** Tags to keep. */
  tags: string[];
  lines: string[];
  /** Rows by rule. */
  faults: Record<string, number>;
}

const day = (text: string, row: FocusRow = {}): FocusRow => ({
  ChargePeriodStart: `${text}T10:00:00Z`,
  ChargePeriodEnd: `${text}T11:00:00Z`,
  ...row,
});

/** @public */
export const FOCUS_CASES: readonly FocusCase[] = [
  {
    name: 'sums what differs in nothing, day by day',
    rows: [
      day('2026-10-05'),
      { ...day('2026-10-05'), ChargePeriodStart: '2026-10-05T00:00:00Z' },
      day('2026-10-06', { BilledCost: '0.000000000001' }),
      day('2026-10-06', { BilledCost: '0.0000000006' }),
    ],
    tags: ['service'],
    lines: [
      '2026-10-05 usage USD machine-1 cart 200000000 180000000',
      '2026-10-06 usage USD machine-1 cart 1 180000000',
    ],
    faults: {},
  },
  {
    name: 'keeps kinds of charges and currencies apart',
    rows: [
      day('2026-10-05', { ChargeCategory: 'Tax' }),
      day('2026-10-05', {
        ChargeCategory: 'Credit',
        BilledCost: '-2.61',
        EffectiveCost: '-2.61',
      }),
      day('2026-10-05', {
        ChargeClass: 'Correction',
        BilledCost: '-1',
        EffectiveCost: '-1',
      }),
      day('2026-10-05', { BillingCurrency: 'EUR' }),
    ],
    tags: ['service'],
    lines: [
      '2026-10-05 credit USD machine-1 cart -2610000000 -2610000000',
      '2026-10-05 refund USD machine-1 cart -1000000000 -1000000000',
      '2026-10-05 tax USD machine-1 cart 100000000 90000000',
      '2026-10-05 usage EUR machine-1 cart 100000000 90000000',
    ],
    faults: {},
  },
  {
    name: 'finds tags under the names that exporters give them',
    rows: [
      day('2026-10-01', { Tags: '{"user:service": "cart"}' }),
      day('2026-10-02', { Tags: '{"SERVICE": "cart"}' }),
      day('2026-10-03', { Tags: '{"service": true}' }),
      day('2026-10-04', { Tags: '{"user:service": "no", "service": "cart"}' }),
      day('2026-10-05', { Tags: '{"other.service": "no"}' }),
      day('2026-10-06', { Tags: '{}' }),
      day('2026-10-07', { Tags: undefined }),
    ],
    tags: ['service'],
    lines: [
      '2026-10-01 usage USD machine-1 cart 100000000 90000000',
      '2026-10-02 usage USD machine-1 cart 100000000 90000000',
      '2026-10-03 usage USD machine-1 "" 100000000 90000000',
      '2026-10-04 usage USD machine-1 cart 100000000 90000000',
      '2026-10-05 usage USD machine-1 - 100000000 90000000',
      '2026-10-06 usage USD machine-1 - 100000000 90000000',
      '2026-10-07 usage USD machine-1 - 100000000 90000000',
    ],
    faults: { 'tags-missing': 2 },
  },
  {
    name: 'counts what breaks the format and reads it all the same',
    rows: [
      day('2026-10-05', { ListCost: '0.01' }),
      day('2026-10-05', { EffectiveCost: undefined }),
      day('2026-10-05', { ServiceCategory: 'Blockchain' }),
      day('2026-09-05'),
    ],
    tags: [],
    lines: [
      '2026-09-05 usage USD machine-1 - 100000000 90000000',
      '2026-10-05 usage USD machine-1 - 100000000 90000000',
      '2026-10-05 usage USD machine-1 - 200000000 90000000',
    ],
    faults: {
      'list-below-contracted': 1,
      'cost-missing': 1,
      'service-category-unknown': 1,
      'outside-billing-period': 1,
    },
  },
];

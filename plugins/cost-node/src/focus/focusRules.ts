import type { BillFault } from '../BillSource';
import { NULL_WORDS } from './groupChargesSql';
import { SERVICE_CATEGORIES } from './serviceCategories';

/**
 * A rule of the FOCUS specification, or a habit of exporters, that is counted
 * in the groups of {@link groupChargesSql}.
 *
 * @public
 */
export interface FocusRule extends Omit<BillFault, 'count' | 'file'> {
  /** SQL of how many rows of a group offend. */
  rows: string;
}

const isNull = (name: string) =>
  `(${name} IS NULL OR ${name} IN ${NULL_WORDS})`;
const rowsWhere = (condition: string, rows = 'n') =>
  `CASE WHEN ${condition} THEN ${rows} ELSE 0 END`;
const anyOf = (names: string[], condition: (name: string) => string) =>
  rowsWhere(names.map(condition).join(' OR '));

const TEXTS = [
  'sub_account',
  'service_name',
  'service_category',
  'resource_id',
  'resource_name',
  'resource_type',
  'region',
  'sku',
  'tags',
  'commitment_status',
  'pricing',
  'charge_class',
];

/** Rules that refuse a bill: with one of these its sum would be a guess. */
const ERRORS: FocusRule[] = [
  {
    rule: 'cost-unreadable',
    severity: 'error',
    place: 'BilledCost, EffectiveCost, ContractedCost, ListCost',
    message:
      'a cost is no number: export costs as plain decimals with a point, without currency signs or thousands separators',
    rows: 'n_unreadable',
  },
  {
    rule: 'currency-missing',
    severity: 'error',
    place: 'BillingCurrency',
    message:
      'BillingCurrency is no currency of three letters: sums of no currency mean nothing',
    rows: rowsWhere(`${isNull('currency')} OR length(currency) <> 3`),
  },
  {
    rule: 'period-unreadable',
    severity: 'error',
    place: 'ChargePeriodStart, BillingPeriodStart',
    message:
      'a charge has no readable date: write instants as 2026-11-17T00:00:00Z',
    rows: rowsWhere('charge_month IS NULL AND period_month IS NULL'),
  },
  {
    rule: 'account-missing',
    severity: 'error',
    place: 'BillingAccountId',
    message:
      'a charge has no BillingAccountId: months are replaced by account, so that each charge must name one',
    rows: rowsWhere(isNull('billing_account')),
  },
];

/** Rules of the specification that a bill is read in spite of. */
const WARNINGS: FocusRule[] = [
  {
    rule: 'cost-missing',
    severity: 'warning',
    place: 'BilledCost, EffectiveCost, ContractedCost, ListCost',
    message: 'a cost is null, which the format forbids: it counts as 0',
    rows: '4 * n - n_billed - n_effective - n_contracted - n_list - n_unreadable',
  },
  {
    rule: 'charge-period-unreadable',
    severity: 'warning',
    place: 'ChargePeriodStart',
    message:
      'ChargePeriodStart is no date: the charge stands on the first day of its billing period',
    rows: rowsWhere('charge_month IS NULL AND period_month IS NOT NULL'),
  },
  {
    rule: 'billing-period-unreadable',
    severity: 'warning',
    place: 'BillingPeriodStart',
    message:
      'BillingPeriodStart is no date: the charge stands in the month of its use',
    rows: rowsWhere('charge_month IS NOT NULL AND period_month IS NULL'),
  },
  {
    rule: 'outside-billing-period',
    severity: 'warning',
    place: 'ChargePeriodStart',
    message:
      'the use is of another month than the bill, and is no correction: it stays on its own day and in its bill',
    rows: rowsWhere(
      `charge_month IS NOT NULL AND period_month IS NOT NULL AND charge_month <> period_month
       AND (charge_class IS NULL OR charge_class <> 'Correction')`,
    ),
  },
  {
    rule: 'ends-before-it-starts',
    severity: 'warning',
    place: 'ChargePeriodEnd',
    message: 'ChargePeriodEnd is not after ChargePeriodStart: the start counts',
    rows: 'n_ends_early',
  },
  {
    rule: 'charge-category-unknown',
    severity: 'warning',
    place: 'ChargeCategory',
    message:
      'ChargeCategory is none of Usage, Purchase, Tax, Credit, Adjustment: the charge counts as an adjustment',
    rows: rowsWhere(
      `charge_category IS NULL OR charge_category NOT IN ('Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment')`,
    ),
  },
  {
    rule: 'charge-class-unknown',
    severity: 'warning',
    place: 'ChargeClass',
    message: 'ChargeClass is neither null nor Correction: it is ignored',
    rows: rowsWhere(
      `NOT ${isNull('charge_class')} AND charge_class <> 'Correction'`,
    ),
  },
  {
    rule: 'service-missing',
    severity: 'warning',
    place: 'ServiceName',
    message:
      'ServiceName is empty: the charge stands under the name of its provider',
    rows: rowsWhere(isNull('service_name')),
  },
  {
    rule: 'service-category-unknown',
    severity: 'warning',
    place: 'ServiceCategory',
    message:
      'ServiceCategory is none of the format: the charge counts as "other", see cost.categories in app-config',
    rows: rowsWhere(
      `${isNull(
        'service_category',
      )} OR service_category NOT IN (${SERVICE_CATEGORIES.map(
        name => `'${name}'`,
      ).join(', ')})`,
    ),
  },
  {
    rule: 'list-below-contracted',
    severity: 'warning',
    place: 'ListCost',
    message:
      'the list price is below the negotiated one: what negotiation saves is shown too low',
    rows: 'n_list_below',
  },
  {
    rule: 'billed-without-effective',
    severity: 'warning',
    place: 'EffectiveCost',
    message:
      'use is billed but has no effective cost: compare such services by billed cost',
    rows: rowsWhere(`charge_category = 'Usage'`, 'n_not_effective'),
  },
  {
    rule: 'effective-on-commitment-purchase',
    severity: 'warning',
    place: 'EffectiveCost',
    message:
      'the purchase of a commitment has an effective cost, and so has what it covers: effective sums are too high',
    rows: rowsWhere(
      `charge_category = 'Purchase' AND has_commitment = 1`,
      'n_charged_twice',
    ),
  },
  {
    rule: 'billed-on-committed-use',
    severity: 'warning',
    place: 'BilledCost',
    message:
      'use that a commitment covers is billed once more: billed sums are too high unless the cover is partial',
    rows: rowsWhere(
      `charge_category = 'Usage' AND pricing = 'Committed' AND has_commitment = 1`,
      'n_charged_twice',
    ),
  },
  {
    rule: 'negative-charge',
    severity: 'warning',
    place: 'BilledCost',
    message:
      'a charge is negative without being a credit, an adjustment or a correction: it is summed as it is',
    rows: rowsWhere(
      `is_negative = 1 AND charge_category IN ('Usage', 'Purchase', 'Tax')
       AND (charge_class IS NULL OR charge_class <> 'Correction')`,
    ),
  },
  {
    rule: 'commitment-status-alone',
    severity: 'warning',
    place: 'CommitmentDiscountStatus',
    message:
      'CommitmentDiscountStatus and CommitmentDiscountId are not set together on use: commitments are judged by the status',
    rows: rowsWhere(
      `charge_category = 'Usage' AND (CASE WHEN ${isNull(
        'commitment_status',
      )} THEN 0 ELSE 1 END) <> has_commitment`,
    ),
  },
  {
    rule: 'tags-unreadable',
    severity: 'warning',
    place: 'Tags',
    message:
      'Tags is no JSON object: the charge counts as untagged. Export tags as {"key": "value"}',
    rows: rowsWhere(`tags_state = 'unreadable'`),
  },
];

/** What is read without loss, and still worth a word. */
const NOTES: FocusRule[] = [
  {
    rule: 'tags-missing',
    severity: 'info',
    place: 'Tags',
    message:
      'a use has no tags: its resource, a rule or the unmapped page must say whose it is',
    rows: rowsWhere(`charge_category = 'Usage' AND tags_state = 'none'`),
  },
  {
    rule: 'null-as-text',
    severity: 'info',
    message: 'the word NULL stands where nothing should: it is read as nothing',
    rows: anyOf(TEXTS, name => `${name} IN ('NULL', 'null', 'None')`),
  },
  {
    rule: 'empty-text',
    severity: 'info',
    message: 'an empty text stands where nothing should: it is read as nothing',
    rows: anyOf(
      TEXTS.filter(name => name !== 'tags'),
      name => `${name} = ''`,
    ),
  },
  {
    rule: 'time-without-zone',
    severity: 'info',
    place: 'ChargePeriodStart',
    message: 'instants have no time zone: they are read as UTC',
    rows: 'n_no_zone',
  },
];

/** In the order in which they are told. @public */
export const FOCUS_RULES: readonly FocusRule[] = [
  ...ERRORS,
  ...WARNINGS,
  ...NOTES,
];

import type { AllocatedCost } from '../allocation/AllocatedCost';
import type { ChargeKind } from '../bill/ChargeKind';
import type { CostCategory } from '../bill/CostCategory';
import { addDays, nextMonthOf } from '../calendar/utcDays';
import { formatAmount } from '../money/formatAmount';

/** A part of the bill as it is written: who was given it, and how much of what. */
export interface ExportedPart {
  cost: AllocatedCost;
  title?: string;
  method?: { id: string; details: string };
}

const CHARGE_CATEGORIES: Record<ChargeKind, string> = {
  usage: 'Usage',
  purchase: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
  // FOCUS has no refund; it calls later corrections adjustments.
  refund: 'Adjustment',
  adjustment: 'Adjustment',
};

const SERVICE_CATEGORIES: Record<CostCategory, string> = {
  compute: 'Compute',
  database: 'Databases',
  cache: 'Databases',
  network: 'Networking',
  storage: 'Storage',
  observability: 'Management and Governance',
  platform: 'Other',
  other: 'Other',
};

/** Columns of the export in alphabetical order, own ones (`x_`) last. */
export const FOCUS_COLUMNS: ReadonlyArray<
  [name: string, value: (part: ExportedPart) => string | undefined]
> = [
  ['AllocatedMethodDetails', ({ method }) => method?.details],
  ['AllocatedMethodId', ({ method }) => method?.id],
  ['AllocatedResourceId', ({ cost, method }) => method && cost.entityRef],
  ['AllocatedResourceName', ({ title, method }) => method && title],
  [
    'AllocatedTags',
    ({ cost: { entityRef }, method }) =>
      method &&
      entityRef &&
      JSON.stringify({ 'backstage.io/entity-ref': entityRef }),
  ],
  ['BilledCost', ({ cost }) => formatAmount(cost.amounts.billed)],
  ['BillingCurrency', ({ cost }) => cost.currency],
  ['BillingPeriodEnd', ({ cost }) => instant(nextMonthOf(cost.billingMonth))],
  ['BillingPeriodStart', ({ cost }) => instant(cost.billingMonth)],
  ['ChargeCategory', ({ cost }) => CHARGE_CATEGORIES[cost.kind]],
  ['ChargePeriodEnd', ({ cost }) => instant(addDays(cost.day, 1))],
  ['ChargePeriodStart', ({ cost }) => instant(cost.day)],
  ['ContractedCost', ({ cost }) => formatAmount(cost.amounts.contracted)],
  ['EffectiveCost', ({ cost }) => formatAmount(cost.amounts.effective)],
  ['ListCost', ({ cost }) => formatAmount(cost.amounts.list)],
  ['ServiceCategory', ({ cost }) => SERVICE_CATEGORIES[cost.category]],
  ['x_CostCategory', ({ cost }) => cost.category],
  ['x_EntityRef', ({ cost }) => cost.entityRef],
  ['x_EntityTitle', ({ title }) => title],
  ['x_Pool', ({ cost }) => cost.pool],
];

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

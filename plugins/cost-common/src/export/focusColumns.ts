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

/** What readers tell a refund by. */
const DESCRIPTIONS: Record<ChargeKind, string> = {
  usage: 'Use',
  purchase: 'Purchase',
  tax: 'Tax',
  credit: 'Credit',
  refund: 'Refund',
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

/** Of bills that name none; the format wants one. */
const UNKNOWN = 'Unknown';

const provider = ({ cost }: ExportedPart) => cost.charge?.provider || UNKNOWN;

/** Columns of the export in alphabetical order, own ones (`x_`) last. */
export const FOCUS_COLUMNS: ReadonlyArray<
  [name: string, value: (part: ExportedPart) => string | undefined]
> = [
  ['AllocatedMethodDetails', ({ method }) => method?.details],
  ['AllocatedMethodId', ({ method }) => method?.id],
  ['AllocatedResourceId', ({ cost, method }) => method && cost.entityRef],
  ['AllocatedResourceName', ({ title, method }) => method && title],
  ['AllocatedTags', part => part.method && tagsOf(part)],
  ['BilledCost', ({ cost }) => formatAmount(cost.amounts.billed)],
  ['BillingAccountId', ({ cost }) => cost.charge?.billingAccount],
  ['BillingAccountName', () => undefined],
  ['BillingCurrency', ({ cost }) => cost.currency],
  ['BillingPeriodEnd', ({ cost }) => instant(nextMonthOf(cost.billingMonth))],
  ['BillingPeriodStart', ({ cost }) => instant(cost.billingMonth)],
  ['ChargeCategory', ({ cost }) => CHARGE_CATEGORIES[cost.kind]],
  [
    'ChargeClass',
    ({ cost }) => (cost.charge?.correction ? 'Correction' : undefined),
  ],
  ['ChargeDescription', ({ cost }) => DESCRIPTIONS[cost.kind]],
  ['ChargePeriodEnd', ({ cost }) => instant(addDays(cost.day, 1))],
  ['ChargePeriodStart', ({ cost }) => instant(cost.day)],
  ['ContractedCost', ({ cost }) => formatAmount(cost.amounts.contracted)],
  ['EffectiveCost', ({ cost }) => formatAmount(cost.amounts.effective)],
  ['HostProviderName', provider],
  ['InvoiceIssuerName', provider],
  ['ListCost', ({ cost }) => formatAmount(cost.amounts.list)],
  ['PricingQuantity', () => undefined],
  ['PricingUnit', () => undefined],
  ['ProviderName', provider],
  ['PublisherName', provider],
  [
    'ServiceCategory',
    ({ cost }) =>
      cost.charge?.serviceCategory ?? SERVICE_CATEGORIES[cost.category],
  ],
  ['ServiceName', ({ cost }) => cost.charge?.product || UNKNOWN],
  ['ServiceProviderName', provider],
  ['Tags', tagsOf],
  ['x_CostCategory', ({ cost }) => cost.category],
  ['x_EntityRef', ({ cost }) => cost.entityRef],
  ['x_EntityTitle', ({ title }) => title],
  ['x_Pool', ({ cost }) => cost.pool],
];

/** Whose it is: what the bill had there was of a resource, not of its part. */
function tagsOf({ cost: { entityRef, pool } }: ExportedPart): string {
  return JSON.stringify(
    entityRef === undefined
      ? { 'plimsoll.dev/pool': pool }
      : { 'backstage.io/entity-ref': entityRef },
  );
}

function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

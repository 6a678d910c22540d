import { addDays, addMonths, type Day } from '../calendar/utcDays';
import { SUB_ACCOUNTS, type Charge } from '../charges/Charge';
import { PRODUCTS } from '../figures/products';
import { decimalText, type Micros } from '../money/micros';

/** FOCUS `BillingAccountId` of ShopKart. */
export const BILLING_ACCOUNT = '718204639105';

/** A row by the names of its columns; what is left out is null. */
export type FocusRow = Record<string, string | undefined>;

const PLAN_ID =
  'arn:aws:savingsplans::264880301177:savingsplan/5b1f0c7e-compute';
const OWN_ISSUER = 'Harbour Software';

/**
 * A charge as a row of FOCUS 1.2.
 *
 * @param options.month - on whose bill it stands; a correction is of an earlier
 * day
 * @param options.invoiced - the month is over, and its invoice has a number
 */
export function focusRow(
  charge: Charge,
  options: { month: Day; invoiced: boolean },
): FocusRow {
  const { month, invoiced } = options;
  const product = PRODUCTS[charge.product];
  const subAccount = SUB_ACCOUNTS[charge.subAccount];
  return {
    ...account(subAccount),
    ...period(charge, month),
    ...amounts(charge),
    ...plan(charge),
    ...resource(charge),
    ChargeCategory: charge.kind,
    ChargeClass: charge.correction ? 'Correction' : undefined,
    ChargeDescription: charge.description,
    ChargeFrequency: frequencyOf(charge),
    ServiceName: product.name,
    ServiceCategory: product.category,
    ServiceSubcategory: product.subcategory,
    SkuId: charge.sku ?? product.sku,
    SkuMeter: charge.kind === 'Usage' ? charge.description : undefined,
    ProviderName: 'AWS',
    PublisherName: charge.product === 'monitoring' ? OWN_ISSUER : 'AWS',
    InvoiceIssuerName: 'Amazon Web Services EMEA SARL',
    InvoiceId: invoiced ? `EUINDE-${month.slice(0, 7)}` : undefined,
    Tags: tagsOf(charge),
    x_Operation: charge.kind === 'Usage' ? 'RunService' : undefined,
  };
}

function account({ id, name }: { id: string; name: string }): FocusRow {
  return {
    BillingAccountId: BILLING_ACCOUNT,
    BillingAccountName: 'ShopKart',
    BillingAccountType: 'Management',
    BillingCurrency: 'USD',
    PricingCurrency: 'USD',
    SubAccountId: id,
    SubAccountName: name,
    SubAccountType: 'Linked',
    RegionId: 'eu-central-1',
    RegionName: 'Europe (Frankfurt)',
  };
}

function period({ day, days = 1 }: Charge, month: Day): FocusRow {
  return {
    BillingPeriodStart: midnight(month),
    BillingPeriodEnd: midnight(addMonths(month, 1)),
    ChargePeriodStart: midnight(day),
    ChargePeriodEnd: midnight(addDays(day, days)),
  };
}

function amounts(charge: Charge): FocusRow {
  const { effective, quantity } = charge;
  const contracted = charge.contracted ?? effective;
  const list = charge.list ?? contracted;
  const unit = quantity ? PRODUCTS[charge.product].unit : undefined;
  return {
    EffectiveCost: amountText(effective),
    BilledCost: amountText(charge.billed ?? effective),
    ContractedCost: amountText(contracted),
    ListCost: amountText(list),
    PricingCurrencyEffectiveCost: amountText(effective),
    PricingQuantity: quantity?.toString(),
    PricingUnit: unit,
    ConsumedQuantity: quantity?.toString(),
    ConsumedUnit: unit,
    PricingCategory: pricingOf(charge),
  };
}

function plan({ plan: status, effective }: Charge): FocusRow {
  return status
    ? {
        CommitmentDiscountCategory: 'Spend',
        CommitmentDiscountId: PLAN_ID,
        CommitmentDiscountName: 'compute-one-year',
        CommitmentDiscountQuantity: decimalText(effective),
        CommitmentDiscountStatus: status === 'used' ? 'Used' : 'Unused',
        CommitmentDiscountType: 'Savings Plan',
        CommitmentDiscountUnit: 'USD',
      }
    : {};
}

function resource({ resource: of, product }: Charge): FocusRow {
  return of
    ? {
        ResourceId: of.id,
        ResourceName: of.name,
        ResourceType: PRODUCTS[product].resourceType,
      }
    : {};
}

function pricingOf({ kind, plan: status }: Charge): string | undefined {
  if (kind !== 'Usage' && kind !== 'Purchase') {
    return undefined;
  }
  return status ? 'Committed' : 'Standard';
}

function frequencyOf({ kind, days = 1 }: Charge): string {
  if (kind === 'Usage') {
    return days > 1 ? 'Recurring' : 'Usage-Based';
  }
  return kind === 'Purchase' ? 'Recurring' : 'One-Time';
}

/** Amounts below a cent are written as some providers do: 4E-6. */
function amountText(amount: Micros): string {
  return amount > 0 && amount < 10 ? `${amount}E-6` : decimalText(amount);
}

function tagsOf({ tags, nullAsWord }: Charge): string | undefined {
  if (tags) {
    return JSON.stringify(tags);
  }
  return nullAsWord ? 'NULL' : undefined;
}

function midnight(day: Day): string {
  return `${day}T00:00:00Z`;
}

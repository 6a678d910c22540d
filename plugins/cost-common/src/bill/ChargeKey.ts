import type { CostCategory } from './CostCategory';

/**
 * What a charge is for. All charges of one day with equal keys are one
 * {@link BillLine}; allocation decides by the key alone.
 *
 * @public
 */
export interface ChargeKey {
  /** FOCUS `BillingAccountId`. */
  billingAccount: string;
  /** FOCUS `SubAccountId`. */
  subAccount?: string;
  /** FOCUS `ServiceName`: the provider's product, not the catalog's service. */
  product: string;
  category: CostCategory;
  resourceId?: string;
  resourceName?: string;
  resourceType?: string;
  region?: string;
  /** FOCUS `SkuId`, or `ChargeDescription` where there is none. */
  sku?: string;
  /**
   * The tags that the configuration names, keys as configured; others are not
   * kept. A tag without a value is the empty text.
   */
  tags: Record<string, string>;
  /** FOCUS `CommitmentDiscountStatus`. */
  commitment?: 'used' | 'unused';
  /** FOCUS `PricingCategory`, lower case: `standard`, `dynamic`, `committed`. */
  pricing?: string;
  /** Set where the provider has split the charge itself (FOCUS 1.3). */
  splitByProvider?: boolean;
  /** FOCUS `ServiceProviderName`, or what older versions say instead. */
  provider?: string;
  /** FOCUS `ServiceCategory`, where the bill has one of the format. */
  serviceCategory?: string;
}

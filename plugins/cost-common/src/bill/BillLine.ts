import type { ChargeKey } from './ChargeKey';
import type { ChargeKind } from './ChargeKind';
import type { CostAmounts } from './CostAmounts';

/**
 * All charges of one day and one key.
 *
 * @public
 */
export interface BillLine {
  key: ChargeKey;
  /** UTC day of use, `2026-11-17`. */
  day: string;
  /** First day of the month on whose bill it stands, `2026-11-01`. */
  billingMonth: string;
  kind: ChargeKind;
  /** FOCUS `BillingCurrency`, ISO 4217. */
  currency: string;
  amounts: CostAmounts;
  /** FOCUS `ChargeClass` is `Correction`: of a bill that was closed before. */
  correction?: boolean;
  /** FOCUS `ConsumedQuantity`, summed where all have one `ConsumedUnit`. */
  quantity?: { value: number; unit: string };
}

import type { AllocationBasis } from '../../allocation/AllocatedCost';
import type { ChargeKind } from '../../bill/ChargeKind';
import type { CostCategory } from '../../bill/CostCategory';
import type { CostGrouping } from '../requests';
import type { Amount } from './Amount';
import type { CostAnomaly } from './CostAnomaly';
import type { CostBudget } from './CostBudget';
import type { CostChange } from './CostChange';
import type { CostDay } from './CostDay';
import type { CostForecast } from './CostForecast';
import type { CostProof } from './CostProof';
import type { Saving } from './Saving';
import type { UnitCost } from './UnitCost';

/** @public */
export interface CostCategoryShare {
  category: CostCategory;
  total: Amount;
  change?: CostChange;
  bases: Array<{ basis: AllocationBasis; total: Amount }>;
}

/** `GET /services/{kind}/{namespace}/{name}`. @public */
export interface ServiceCost {
  entityRef: string;
  groupBy: CostGrouping;
  title: string;
  demo?: boolean;
  /**
   * `unmapped`: there is a bill, and none of it names it in these days: parts of
   * shared pools, which come to everybody, are all that it is charged.
   * `other-currency`: it is named, but in others than the one asked for.
   */
  state: 'ok' | 'other-currency' | 'unmapped' | 'no-bill' | 'not-configured';
  /** Others that the bill names it in; never added to this one. ISO 4217. */
  otherCurrencies: string[];
  /** Of what is `unmapped`: last day on which the bill did name it. */
  namedUntil?: string;
  from: string;
  to: string;
  total: Amount;
  change?: CostChange;
  days: CostDay[];
  /** Full months by their first day, oldest first, up to 13. */
  months: Array<{
    month: string;
    total: Amount;
    incomplete?: boolean;
    /** Without what {@link ServiceCost.lines} names; as in a {@link CostDay}. */
    categories?: Partial<Record<CostCategory, Amount>>;
  }>;
  categories: CostCategoryShare[];
  /** Tax, credits, refunds and the like; part of the total. */
  lines: Array<{ kind: ChargeKind; total: Amount }>;
  forecast?: CostForecast;
  budget?: CostBudget;
  unitCosts: UnitCost[];
  savings: {
    open: number;
    heldBack: number;
    realisable: Amount;
    /**
     * When savings were last worked out, ISO 8601. Absent until the first time:
     * none then does not mean that there is nothing to save.
     */
    foundAt?: string;
    /**
     * Something says what its pods use. Without it, none found does not mean
     * that their requests fit.
     */
    measured?: boolean;
    largest?: Pick<
      Saving,
      'id' | 'title' | 'subject' | 'kind' | 'realisable' | 'risk'
    >;
  };
  anomalies: CostAnomaly[];
  /**
   * First day that was judged for anomalies, where days of the range before it
   * never were.
   */
  judgedFrom?: string;
  /** Annotation and tag that would map cost to it, for the empty state. */
  mapping: { annotation: string; value: string; tags: string[] };
  proof: CostProof;
}

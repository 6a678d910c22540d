import type { AllocationBasis, CostPool } from '../allocation/AllocatedCost';
import type { ChargeKind } from '../bill/ChargeKind';
import type { CostMetric } from '../bill/CostAmounts';
import type { CostCategory } from '../bill/CostCategory';
import type { CostGrouping } from './requests';

/** A sum of money as an exact decimal text: `415.48`, `-3.18`. @public */
export type Amount = string;

/** A page of a list; `nextCursor` is there while there is more. @public */
export interface CostPage<T> {
  items: T[];
  totalItems: number;
  pageInfo: { nextCursor?: string };
}

/**
 * What a figure stands on; on every view. Fields that would let a reader work
 * out what hidden services cost are left out for who may not see totals.
 *
 * @public
 */
export interface CostProof {
  /** What all sources together have charged up to: last complete day. */
  completeTo?: string;
  /** Day on which the next part of the bill is expected. */
  dueOn?: string;
  /**
   * Share of the bill that stands on a service, an idle or a shared line, 0
   * to 1. The rest is unallocated.
   */
  matchedRatio?: number;
  /** Needs `cost.total.read`. */
  unallocated?: { ratio: number; amount?: Amount };
  /** The last restatement that touched what is shown. */
  restated?: { billingMonth: string; at: string; difference?: Amount };
  currency: string;
  /** Others that there is cost in, never added to this one. */
  otherCurrencies: string[];
  metric: CostMetric;
  /** `list-price`: there is no bill, a cluster's list price stands. */
  basis: 'bill' | 'list-price';
  sources: Array<{
    name: string;
    type: string;
    /** For instance `FOCUS 1.2`. */
    format?: string;
    completeTo?: string;
    state: 'ok' | 'late' | 'failing' | 'empty';
    readAt?: string;
  }>;
  /** Whether a cluster's split was used, and whose. */
  splitBy?: string;
}

/** @public */
export interface CostChange {
  /** What it is compared with: as many days, same weekdays. */
  from: string;
  to: string;
  amount: Amount;
  /** `(now - before) / before`; absent where `before` is not above 0. */
  ratio?: number;
}

/** Expected sum of a month. @public */
export interface CostForecast {
  month: string;
  expected: Amount;
  low: Amount;
  high: Amount;
  /** Share of months that fell between, as measured: 0.9. */
  confidence: number;
  /** Complete days it was made from. */
  days: number;
}

/** @public */
export interface CostBudget {
  amount: Amount;
  currency: string;
  /** Month to date of the month it is for. */
  used: Amount;
  usedRatio: number;
  /** `over-expected`: the forecast is above it. */
  state: 'under' | 'over-expected' | 'over';
  notifyAt: number[];
  setBy?: string;
  setAt?: string;
  /** The same for all in `cost.budgets` where it is not set here. */
  from: 'person' | 'config';
}

/** Cost of so many things done. @public */
export interface UnitCost {
  /** `requests`, `orders`, or what `cost.units` names. */
  unit: string;
  /** 1,000,000 for requests, 1,000 for orders. */
  per: number;
  state: 'ok' | 'no-volume' | 'too-few' | 'no-cost';
  /** Over the complete days of the range. */
  value?: Amount;
  /** Volume of those days. */
  volume?: number;
  perDay?: number;
  /** Days that have both, and the unit cost of each. */
  days: Array<{ day: string; value: Amount }>;
  /** The last deployment that moved it beyond doubt. */
  changedBy?: DeploymentCost;
  /** Cost that does not move with the volume, and what does per unit. */
  fixedPerDay?: Amount;
  marginal?: Amount;
}

/** What a deployment did to the cost of a request. @public */
export interface DeploymentCost {
  deploymentId: string;
  version?: string;
  finishedAt: string;
  unit: string;
  per: number;
  state: /** Interval on one side of zero. */
  | 'changed'
    /** Interval over zero: cannot tell. */
    | 'cannot-tell'
    /** Bill or weekdays not there yet. */
    | 'due'
    /** Followed too soon by the next one. */
    | 'too-short'
    | 'no-volume';
  before?: Amount;
  after?: Amount;
  /** Of `before`, with a 95 % interval; ratios. */
  change?: { ratio: number; low: number; high: number };
  /** A month at the volume after it. */
  perMonth?: Amount;
  /** Pairs of matching weekdays. */
  pairs: number;
  /** When it will be known. */
  dueOn?: string;
  liveSeconds?: number;
}

/** One day of one service or group. @public */
export interface CostDay {
  day: string;
  total: Amount;
  /** Set while the bill of the day is not complete. */
  incomplete?: boolean;
  /** What an incomplete or coming day is expected to be. */
  expected?: Amount;
  categories: Partial<Record<CostCategory, Amount>>;
}

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
  /** `unmapped`: there is a bill, none of it names this service. */
  state: 'ok' | 'unmapped' | 'no-bill' | 'not-configured';
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
    largest?: Pick<Saving, 'id' | 'title' | 'kind' | 'realisable' | 'risk'>;
  };
  anomalies: CostAnomaly[];
  /** Annotation and tag that would map cost to it, for the empty state. */
  mapping: { annotation: string; value: string; tags: string[] };
  proof: CostProof;
}

/** A row of `GET /services`. @public */
export interface CostServiceRow {
  /** Ref of the service, system, domain or owner. */
  ref: string;
  title: string;
  owner?: string;
  system?: string;
  total: Amount;
  change?: CostChange;
  months: Array<{ month: string; total: Amount }>;
  forecast?: Pick<CostForecast, 'expected' | 'low' | 'high'>;
  budget?: Pick<CostBudget, 'amount' | 'usedRatio' | 'state'>;
  unitCost?: { unit: string; per: number; value: Amount; changeRatio?: number };
  saving?: Amount;
  anomalies: number;
}

/** `GET /services`. Sums are over what the reader may see. @public */
export interface CostServicePage extends CostPage<CostServiceRow> {
  visible: { total: Amount; change?: CostChange };
  demo?: boolean;
  proof: CostProof;
}

/** `GET /overview`; needs `cost.total.read`. @public */
export interface CostOverview {
  from: string;
  to: string;
  bill: Amount;
  change?: CostChange;
  forecast?: CostForecast;
  services: Amount;
  pools: Record<CostPool, Amount>;
  lines: Array<{ kind: ChargeKind; total: Amount }>;
  days: CostDay[];
  saving: Amount;
  movers: CostServiceRow[];
  demo?: boolean;
  proof: CostProof;
}

/** A day that cost more than its weekdays do. @public */
export interface CostAnomaly {
  id: string;
  entityRef?: string;
  title: string;
  from: string;
  to: string;
  category?: CostCategory;
  expected: Amount;
  actual: Amount;
  excess: Amount;
  ratio: number;
  /** Robust z: distance from the weekdays' median in scaled MADs. */
  score: number;
  /** Likeliest first; empty is said as "unknown". */
  causes: Array<{
    kind: 'product' | 'sku' | 'resource' | 'deployment' | 'traffic';
    name: string;
    deploymentId?: string;
    /** Share of the excess that it explains, 0 to 1. */
    explains: number;
  }>;
  state: 'open' | 'over';
}

/** @public */
export type SavingKind =
  | 'right-size'
  | 'idle'
  | 'spot'
  | 'commitment'
  | 'storage-lifecycle';

/** A change that would save money. @public */
export interface Saving {
  id: string;
  entityRef?: string;
  kind: SavingKind;
  title: string;
  /** A month, after all savings that stand before it. */
  realisable: Amount;
  /** A month, if nodes and commitments did not matter. */
  theoretical: Amount;
  currency: string;
  /** What it was worked out from. */
  evidence: Array<{ name: string; value: string }>;
  risk: 'low' | 'medium' | 'high';
  guard:
    | { state: 'none' }
    /** Budget left of the tightest objective, ratio. */
    | { state: 'allowed'; budgetRemaining: number; objective: string }
    | { state: 'held-back'; reason: string; budgetRemaining?: number };
  /** Order of application, 1 first. */
  order: number;
  /** What the scaffolder is given, where a change can be opened. */
  change?: { template: string; values: Record<string, unknown> };
  /** Commitments: saving at each commitment, for the curve. */
  curve?: Array<{ hourlyCommitment: number; saving: number }>;
  breakEvenMonths?: number;
  /** After it was opened: what was promised and what the bill shows. */
  applied?: { at: string; promised: Amount; got?: Amount; until?: string };
}

/** `GET /unmapped`, dearest first; needs `cost.total.read`. @public */
export interface UnmappedCost {
  /** What the charges have in common. */
  by: 'tag' | 'resource' | 'product' | 'sub-account';
  name: string;
  value: string;
  total: Amount;
  rows: number;
  product?: string;
  /** Services that it may belong to, likeliest first. */
  proposals: Array<{ entityRef: string; title: string; because: string }>;
  /** For the wizard: annotation that would map it. */
  annotation: { key: string; value: string };
}

/** `POST /unmapped/preview`. @public */
export interface MappingPreview {
  total: Amount;
  days: number;
  charges: number;
  annotation: { key: string; value: string };
}

/** What was read, and what of it was not as it should be. @public */
export interface DataQuality {
  deliveries: Array<{
    source: string;
    delivery: string;
    state: 'read' | 'refused' | 'failing' | 'reading';
    readAt?: string;
    rows?: number;
    formatVersion?: string;
    /** Of a refusal: what and how to mend it. */
    message?: string;
    faults: Array<{
      rule: string;
      severity: 'error' | 'warning' | 'info';
      message: string;
      count: number;
      place?: string;
    }>;
  }>;
  /** Sum of the bill, of its parts, and their difference, which is 0. */
  conservation: Array<{
    currency: string;
    metric: CostMetric;
    bill: Amount;
    allocated: Amount;
    difference: Amount;
  }>;
}

/** A month that the provider wrote anew. @public */
export interface Restatement {
  source: string;
  billingAccount: string;
  billingMonth: string;
  at: string;
  currency: string;
  before: Amount;
  after: Amount;
  difference: Amount;
  metric: CostMetric;
  /** What moved most. */
  largest: Array<{ name: string; entityRef?: string; difference: Amount }>;
}

/** `POST /estimate`. @public */
export interface CostEstimate {
  monthly: Amount;
  currency: string;
  items: Array<{
    name: string;
    title: string;
    quantity: number;
    unitPrice: Amount;
    monthly: Amount;
    category: CostCategory;
  }>;
  /** Where the prices come from and of when, as configured. */
  rateCard: { title: string; asOf?: string };
}

/** `GET /explain?figure=`. @public */
export interface CostExplanation {
  figure: string;
  value?: Amount;
  formula: string;
  inputs: Array<{ name: string; value: string }>;
  /** Where each came from, and when it was read. */
  sources: Array<{ name: string; detail: string; readAt?: string }>;
  definition: string;
}

/** One row of `GET /summary`. @public */
export interface ServiceCostSummary {
  entityRef: string;
  changedAt: string;
  currency: string;
  monthToDate: Amount;
  change?: CostChange;
  forecast?: CostForecast;
  budget?: CostBudget;
  unitCost?: { unit: string; per: number; value: Amount; changeRatio?: number };
  saving?: Amount;
  anomalies: number;
  completeTo?: string;
}

import type { CostMetric } from '../bill/CostAmounts';

/** What totals are made for. @public */
export type CostGrouping = 'service' | 'system' | 'domain' | 'owner';

/** Query of most reads. Days are UTC, `2026-11-17`; `to` is exclusive. @public */
export interface CostRangeRequest {
  /** First day; the first of this month by default. */
  from?: string;
  /** Day after the last; the day after the last complete one by default. */
  to?: string;
  /** `effective` by default. */
  metric?: CostMetric;
  /** ISO 4217; `cost.currency`, or the bill's own where there is one. */
  currency?: string;
}

/** @public */
export type CostServiceSort =
  | 'cost'
  | '-cost'
  | 'change'
  | '-change'
  | 'unitCost'
  | '-unitCost'
  | 'budgetUsed'
  | '-budgetUsed'
  | 'saving'
  | '-saving'
  | 'name'
  | '-name';

/** Query of `GET /services`. Months are those of the range. @public */
export interface ListCostServicesRequest extends CostRangeRequest {
  groupBy?: CostGrouping;
  owner?: string;
  system?: string;
  q?: string;
  /** `-cost` by default: dearest first. */
  sort?: CostServiceSort;
  limit?: number;
  cursor?: string;
}

/** Body of `PUT /services/{kind}/{namespace}/{name}/budget`. @public */
export interface SetBudgetRequest {
  /** A month's, a decimal text above 0. */
  amount: string;
  currency: string;
  /** Told to the owners once each: shares of the budget, 0.5 for half. */
  notifyAt?: number[];
}

/** Body of `POST /estimate`. @public */
export interface EstimateRequest {
  /** Items of the rate card and how many: `{ "t3.medium": 3 }`. */
  items?: Record<string, number>;
  /** Or a named set of the rate card, for instance `fastapi-redis`. */
  set?: string;
}

/** Body of `POST /unmapped/preview`. @public */
export interface PreviewMappingRequest {
  /** What must be true of a charge, all of it. */
  match: {
    tag?: { key: string; value: string };
    resourceId?: string;
    product?: string;
    subAccount?: string;
  };
  entityRef: string;
}

import type {
  AnomalyThresholds,
  CostMetric,
  RateCard,
} from '@plimsoll/plugin-cost-common';
import type { ServiceIndex } from '@plimsoll/service-index';
import type { Knex } from 'knex';
import type { AllocationSettings } from '../allocation/AllocationSettings';
import type { BudgetSettings } from '../budgets/readBudgetSettings';
import type { CostUnit } from '../volumes/readUnits';

/** What answers are made of. */
export interface CostContext {
  client: Knex;
  services: ServiceIndex;
  allocation: AllocationSettings;
  units: readonly CostUnit[];
  budgets: BudgetSettings;
  anomalies: AnomalyThresholds;
  /** `cost.rateCard`; unset where there is none. */
  rateCard?: RateCard;
  /** Whether `cost.sources` has anything that could be read. */
  isConfigured: boolean;
  /** The installation shows made-up data, and every answer says so. */
  demo: boolean;
  /** Unix milliseconds. */
  now(): number;
}

/** By which of a bill's sums services are compared, unless asked otherwise. */
export const DEFAULT_METRIC: CostMetric = 'effective';

import { parseEntityRef } from '@backstage/catalog-model';
import {
  addDays,
  changeAgainst,
  type CostAmounts,
  type CostMetric,
  type DailyAmount,
  type DailyVolume,
  forecastMonth,
  monthOf,
  parseAmount,
  unitCostOf,
} from '@plimsoll/plugin-cost-common';
import { type BudgetRow, toBudget } from '../budgets/readBudget';
import type { BudgetSettings } from '../budgets/readBudgetSettings';
import { totalOf } from '../service/cost/sumBy';
import { REQUESTS } from '../volumes/readUnits';
import type { ServiceMonth } from './readServiceMonths';
import type { ServiceDigest } from './ServiceDigest';

/** A row of `cost_service`, but for when it changed. */
export interface ServiceRow extends Record<`${CostMetric}_to_date`, string> {
  entity_ref: string;
  currency: string;
  sort_name: string;
  change_ratio: number | null;
  budget_used: number | null;
  unit_cost: number | null;
  saving: string | null;
  forecast: string | null;
  anomalies: number;
  month: string;
  content: string;
}

/** What a service's row is made of. */
export interface ServiceFacts {
  entityRef: string;
  currency: string;
  title: string | undefined;
  months: readonly ServiceMonth[];
  /** Of the complete days of the running month. */
  toDate: CostAmounts;
  days: readonly DailyAmount[];
  volumes: readonly DailyVolume[];
  /** Whether its requests were read. */
  isCounted: boolean;
  budget: BudgetRow | undefined;
  /**
   * Nano-units a month, of savings that are not held back; `undefined` until
   * savings were worked out.
   */
  saving: bigint | undefined;
  anomalies: number;
}

/** What lists show of a service, worked out once for all readers. */
export function toServiceRow(options: {
  facts: ServiceFacts;
  completeTo: string;
  since: string | undefined;
  budgets: BudgetSettings;
  settingsCurrency: string;
}): ServiceRow {
  const { facts, completeTo, since, budgets, settingsCurrency } = options;
  const { entityRef, currency, days, months } = facts;
  const from = monthOf(completeTo);
  const to = addDays(completeTo, 1);
  const change = changeAgainst({ days, from, to, since });
  const forecast = forecastMonth({ days, month: from, completeTo });
  const budget = toBudget({
    row: facts.budget,
    settings: budgets,
    settingsCurrency,
    isService: true,
    used: totalOf(days.filter(({ day }) => day >= from && day < to)),
    currency,
    forecast,
  });
  const unitCost = toUnitCost({ facts, from, to, completeTo, change });
  const digest: ServiceDigest = {
    from,
    to,
    ...(change && { change }),
    ...(forecast && { forecast }),
    ...(budget && { budget }),
    ...(unitCost && { unitCost }),
    ...(!unitCost &&
      facts.volumes.length === 0 && {
        unitCostState: facts.isCounted ? 'not-counted' : 'waiting',
      }),
    ...(facts.saving === undefined && { savingState: 'waiting' }),
    months: months.map(({ month, amounts }) => ({
      month,
      billed: String(amounts.billed),
      effective: String(amounts.effective),
      contracted: String(amounts.contracted),
      list: String(amounts.list),
    })),
  };
  return {
    entity_ref: entityRef,
    currency,
    sort_name: (facts.title ?? parseEntityRef(entityRef).name)
      .toLocaleLowerCase('en-US')
      .slice(0, 255),
    ...toDateColumns(facts.toDate),
    change_ratio: change?.ratio ?? null,
    budget_used: budget?.usedRatio ?? null,
    unit_cost: unitCost ? Number(unitCost.value) : null,
    saving: facts.saving ? facts.saving.toString() : null,
    forecast: forecast ? parseAmount(forecast.expected).toString() : null,
    anomalies: facts.anomalies,
    month: from,
    content: JSON.stringify(digest),
  };
}

function toDateColumns(
  toDate: CostAmounts,
): Record<`${CostMetric}_to_date`, string> {
  return {
    effective_to_date: String(toDate.effective),
    billed_to_date: String(toDate.billed),
    contracted_to_date: String(toDate.contracted),
    list_to_date: String(toDate.list),
  };
}

/** Cost of a million requests, and against the same weekdays before. */
function toUnitCost(options: {
  facts: ServiceFacts;
  from: string;
  to: string;
  completeTo: string;
  change: { from: string; to: string } | undefined;
}): ServiceDigest['unitCost'] {
  const { facts, from, to, completeTo, change } = options;
  if (facts.volumes.length === 0) {
    return undefined;
  }
  const { unit, per } = REQUESTS;
  const valueOf = (range: { from: string; to: string }) =>
    unitCostOf({
      unit,
      per,
      costs: facts.days,
      volumes: facts.volumes,
      ...range,
      completeTo,
    }).value;
  const value = valueOf({ from, to });
  if (value === undefined) {
    return undefined;
  }
  const before = change && valueOf(change);
  const changeRatio =
    before !== undefined && Number(before) > 0
      ? Number(value) / Number(before) - 1
      : undefined;
  return {
    unit,
    per,
    value,
    ...(changeRatio !== undefined && { changeRatio }),
  };
}

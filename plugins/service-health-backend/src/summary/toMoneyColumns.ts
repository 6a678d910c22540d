import { NANO_PER_UNIT, parseAmount } from '@plimsoll/plugin-cost-common';
import type { KeptCost } from '../lenses/toCostLens';
import type { MoneyColumns } from './SummaryRow';

/** What of a service's cost is added up. */
export function toMoneyColumns(cost: KeptCost): MoneyColumns {
  const toDate = split(cost.monthToDate);
  const forecast = split(cost.forecast?.expected);
  const saving = split(cost.saving);
  return {
    currency: cost.currency,
    cost_units: toDate.units,
    cost_nanos: toDate.nanos,
    forecast_units: forecast.units,
    forecast_nanos: forecast.nanos,
    saving_units: saving.units,
    saving_nanos: saving.nanos,
  };
}

/** Whole units and the rest, as texts that no driver rounds. */
function split(amount: string | undefined) {
  if (amount === undefined) {
    return { units: null, nanos: null };
  }
  const nanos = parseAmount(amount);
  return {
    units: String(nanos / NANO_PER_UNIT),
    nanos: String(nanos % NANO_PER_UNIT),
  };
}

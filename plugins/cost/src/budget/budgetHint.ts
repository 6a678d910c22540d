import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import { monthText, type Voice } from '../words';

/** What a person goes by who sets a budget: the last month, and this one. */
export function budgetHint(
  options: { cost: Pick<ServiceCost, 'months' | 'forecast' | 'proof'> } & Voice,
): string {
  const { cost, formats, t } = options;
  const { months, forecast, proof } = cost;
  const { currency } = proof;
  const last = months.filter(({ incomplete }) => !incomplete).at(-1);
  if (!last) {
    return t('budget.amountHintNone');
  }
  const words = {
    last: formats.money(last.total, { currency }),
    month: monthText(last.month, { formats }),
  };
  return forecast
    ? t('budget.amountHint', {
        ...words,
        expected: formats.money(forecast.expected, { currency, whole: true }),
      })
    : t('budget.amountHintLast', words);
}

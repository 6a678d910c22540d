import type { ServiceCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

const UNIT_COST = 'unit-cost:';

/** How a figure reads on the tab; `undefined` where there is none of the name. */
export function figureText(
  options: { figure: string; cost: ServiceCost } & Voice,
): string | undefined {
  const { figure, cost, formats, t } = options;
  const { total, forecast, budget, savings, unitCosts, proof } = cost;
  const { currency } = proof;
  const whole = (amount: string | undefined) =>
    amount === undefined
      ? undefined
      : formats.money(amount, { currency, whole: true });
  switch (figure) {
    case 'total':
      return formats.money(total, { currency });
    case 'forecast':
      return whole(forecast?.expected);
    case 'budget':
      return whole(budget?.amount);
    case 'saving':
      return savings.foundAt === undefined && savings.open === 0
        ? undefined
        : t('card.aMonth', {
            amount: formats.money(savings.realisable, { currency }),
          });
    default:
  }
  if (!figure.startsWith(UNIT_COST)) {
    return undefined;
  }
  const unit = figure.slice(UNIT_COST.length);
  const value = unitCosts.find(one => one.unit === unit)?.value;
  return value === undefined ? undefined : formats.money(value, { currency });
}

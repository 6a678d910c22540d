import {
  CHARGE_KINDS,
  COST_CATEGORIES,
  type CostExplanation,
} from '@plimsoll/plugin-cost-common';
import { dayText, type Voice } from '../words';

const DAY = /^\d{4}-\d\d-\d\d$/;
const AMOUNT = /^-?\d+\.\d{2,}$/;
const RATIO = /^(?:.*ratio|confidence)$/;

/** An input of a formula as people read it: categories, days, money, shares. */
export function inputText(
  options: {
    input: CostExplanation['inputs'][number];
    currency: string;
  } & Voice,
): { name: string; value: string } {
  const { input, currency, formats, t } = options;
  const { name, value } = input;
  return { name: nameText(), value: valueText() };

  function nameText(): string {
    const category = COST_CATEGORIES.find(one => one === name);
    if (category) {
      return t(`category.${category}`);
    }
    const kind = CHARGE_KINDS.find(one => one === name);
    return kind ? t(`kind.${kind}`) : name;
  }

  function valueText(): string {
    if (DAY.test(value)) {
      return dayText(value, { formats });
    }
    if (RATIO.test(name) && Number.isFinite(Number(value))) {
      return formats.share(Number(value));
    }
    return AMOUNT.test(value) ? formats.money(value, { currency }) : value;
  }
}

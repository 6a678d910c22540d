import {
  CHARGE_KINDS,
  COST_CATEGORIES,
  COST_METRICS,
  type CostExplanation,
} from '@plimsoll/plugin-cost-common';
import { refName } from '@plimsoll/plugin-plimsoll-react';
import { dayText, monthText, type Voice } from '../words';
import { explainMessages } from './explainMessages';

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;
const AMOUNT = /^-?\d+\.\d{2,}$/;
const WHOLE = /^\d+(?:\.0+)?$/;
const RATIO = /^(?:.*ratio|confidence|changed-at-(?:least|most))$/;
const REF = /^[a-z]+:[^/]+\/.+$/i;
const BUDGET_STATES = ['under', 'over-expected', 'over'] as const;
const UNIT_STATES = [
  'no-volume',
  'too-few',
  'no-cost',
  'waiting',
  'not-counted',
] as const;

type InputName = keyof (typeof explainMessages)['input'];

const NAMES = Object.keys(explainMessages.input) as InputName[];

/** An input of a formula as people read it: categories, days, money, shares. */
export function inputText(
  options: {
    input: CostExplanation['inputs'][number];
    currency: string;
  } & Voice,
): { name: string; value: string } {
  const { input, currency, formats, t } = options;
  const { name, value } = input;
  // Backends before this one wrote "held back" for `held-back`.
  const code = name.replace(/ /g, '-');
  return { name: nameText(), value: valueText() };

  function nameText(): string {
    const known = NAMES.find(one => one === code);
    if (known) {
      return t(`input.${known}`);
    }
    const category = COST_CATEGORIES.find(one => one === name);
    if (category) {
      return t(`category.${category}`);
    }
    const kind = CHARGE_KINDS.find(one => one === name);
    return kind ? t(`kind.${kind}`) : name;
  }

  function valueText(): string {
    const metric = COST_METRICS.find(one => one === value);
    const budget = BUDGET_STATES.find(one => one === value);
    const unit = UNIT_STATES.find(one => one === value);
    if (code === 'metric' && metric) {
      return t(`metric.${metric}`);
    }
    if (code === 'state') {
      if (budget) {
        return t(`card.${budget}`);
      }
      return unit ? t(`unitState.${unit}`) : value;
    }
    if (DAY.test(value)) {
      return code === 'month'
        ? monthText(value, { formats })
        : dayText(value, { formats });
    }
    if (INSTANT.test(value)) {
      // what holds since then may be minutes old
      const precision = code === 'found-at' ? 'short' : 'date';
      return formats.instant(new Date(value), precision);
    }
    if (RATIO.test(name) && Number.isFinite(Number(value))) {
      return formats.share(Number(value));
    }
    if (AMOUNT.test(value)) {
      return formats.money(value, { currency });
    }
    if (WHOLE.test(value)) {
      return formats.count(Number(value));
    }
    return code === 'set-by' && REF.test(value) ? refName(value) : value;
  }
}

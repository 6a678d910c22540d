import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { type NanoUnits, parseAmount } from '@plimsoll/plugin-cost-common';

/** `cost.budgets`: what holds for a service without a budget of its own. */
export interface BudgetSettings {
  /** Nano-units a month, in `cost.currency`; unset: no budget. */
  amount?: NanoUnits;
  /** Shares of the budget at which owners are told. */
  notifyAt: readonly number[];
}

const DEFAULT_NOTIFY_AT = [0.5, 0.8, 1];

/** @throws InputError that names the key and the mend */
export function readBudgetSettings(config: Config): BudgetSettings {
  const budgets = config.getOptionalConfig('cost.budgets');
  const text = budgets?.getOptional<string | number>('default');
  const notifyAt =
    budgets?.getOptional<number[]>('notifyAt') ?? DEFAULT_NOTIFY_AT;
  if (
    !Array.isArray(notifyAt) ||
    notifyAt.some(ratio => typeof ratio !== 'number' || !(ratio > 0))
  ) {
    throw new InputError(
      'cost.budgets.notifyAt must list shares of the budget, for instance [0.5, 0.8, 1]',
    );
  }
  if (text === undefined) {
    return { notifyAt };
  }
  const amount = parseAmount(String(text));
  if (amount <= 0n) {
    throw new InputError(
      `cost.budgets.default is '${text}'; write an amount above 0, or leave it out for no budget`,
    );
  }
  return { amount, notifyAt };
}

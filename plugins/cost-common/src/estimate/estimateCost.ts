import { InputError } from '@backstage/errors';
import type { EstimateRequest } from '../api/requests';
import type { CostEstimate } from '../api/responses';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { parseAmount } from '../money/parseAmount';
import type { RateCard } from './RateCard';

/** Decimals of a quantity that count. */
const QUANTITY_SCALE = 1_000_000;

/**
 * What a service would cost a month by a rate card: exact sums of unit price
 * times quantity. Items that are asked for beside a set replace its own.
 *
 * @throws InputError for an item or set that the rate card does not have, and
 *   for a quantity that is no number from 0 on
 * @public
 */
export function estimateCost(options: {
  rateCard: RateCard;
  request: EstimateRequest;
}): CostEstimate {
  const { rateCard, request } = options;
  const quantities = { ...setOf(rateCard, request.set), ...request.items };
  const items = Object.entries(quantities)
    .filter(([, quantity]) => quantity !== 0)
    .map(([name, quantity]) => itemOf({ rateCard, name, quantity }));
  const monthly = items.reduce((sum, item) => sum + item.sum, 0n);
  return {
    monthly: formatAmount(monthly),
    currency: rateCard.currency,
    items: items.map(({ sum, ...item }) => ({
      ...item,
      monthly: formatAmount(sum),
    })),
    rateCard: {
      title: rateCard.title,
      ...(rateCard.asOf && { asOf: rateCard.asOf }),
    },
  };
}

function setOf(
  { sets = {} }: RateCard,
  name: string | undefined,
): Record<string, number> {
  if (name === undefined) {
    return {};
  }
  if (!Object.hasOwn(sets, name)) {
    throw new InputError(
      `The rate card has no set "${name}"; it has ${listed(Object.keys(sets))}`,
    );
  }
  return sets[name];
}

function itemOf(options: {
  rateCard: RateCard;
  name: string;
  quantity: number;
}): Omit<CostEstimate['items'][number], 'monthly'> & { sum: NanoUnits } {
  const { rateCard, name, quantity } = options;
  const item = rateCard.items.find(candidate => candidate.name === name);
  if (!item) {
    const names = rateCard.items.map(candidate => candidate.name);
    throw new InputError(
      `The rate card has no "${name}"; it has ${listed(names)}`,
    );
  }
  if (!Number.isFinite(quantity) || quantity < 0 || quantity > 1e6) {
    throw new InputError(
      `The quantity of "${name}" must be a number from 0 to 1,000,000`,
    );
  }
  const price = parseAmount(item.unitPrice);
  return {
    name,
    title: item.title,
    quantity,
    unitPrice: formatAmount(price),
    category: item.category,
    sum:
      (price * BigInt(Math.round(quantity * QUANTITY_SCALE))) /
      BigInt(QUANTITY_SCALE),
  };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.slice(0, 20).join(', ');
}

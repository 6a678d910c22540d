import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  COST_CATEGORIES,
  parseAmount,
  type CostCategory,
  type RateCard,
  type RateCardItem,
} from '@plimsoll/plugin-cost-common';

const KEY = 'cost.rateCard';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads `cost.rateCard`: prices by which a service is estimated before it
 * exists.
 *
 * @returns nothing where there is none
 * @throws InputError that names the key and the mend
 */
export function readRateCard(config: Config): RateCard | undefined {
  const card = config.getOptionalConfig(KEY);
  if (!card) {
    return undefined;
  }
  const items = card.getConfigArray('items').map(readItem);
  const names = items.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw new InputError(`${KEY}.items has ${twice} twice; remove one of them`);
  }
  const asOf = card.getOptionalString('asOf');
  if (asOf !== undefined && !DAY.test(asOf)) {
    throw new InputError(
      `${KEY}.asOf is '${asOf}'; write a day such as '2026-11-01', in quotes`,
    );
  }
  return {
    title: card.getString('title'),
    ...(asOf && { asOf }),
    currency:
      card.getOptionalString('currency') ??
      config.getOptionalString('cost.currency') ??
      'USD',
    items,
    sets: readSets(card, new Set(names)),
  };
}

function readItem(item: Config, index: number): RateCardItem {
  const name = item.getString('name');
  const price = String(item.get('unitPrice'));
  if (!isPrice(price)) {
    throw new InputError(
      `${KEY}.items[${index}].unitPrice of ${name} is '${price}'; write an amount from 0 on, such as '31.60'`,
    );
  }
  return {
    name,
    title: item.getOptionalString('title') ?? name,
    unitPrice: price,
    category: readCategory(item, index),
  };
}

function isPrice(text: string): boolean {
  try {
    return parseAmount(text) >= 0n;
  } catch {
    return false;
  }
}

function readCategory(item: Config, index: number): CostCategory {
  const text = item.getOptionalString('category') ?? 'other';
  const category = COST_CATEGORIES.find(known => known === text);
  if (!category) {
    throw new InputError(
      `${KEY}.items[${index}].category is '${text}'; write one of ${COST_CATEGORIES.join(
        ', ',
      )}`,
    );
  }
  return category;
}

function readSets(card: Config, names: ReadonlySet<string>): RateCard['sets'] {
  const sets = card.getOptional<Record<string, unknown>>('sets') ?? {};
  for (const [set, items] of Object.entries(sets)) {
    for (const [name, quantity] of Object.entries(items ?? {})) {
      const key = `${KEY}.sets.${set}.${name}`;
      if (!names.has(name)) {
        throw new InputError(
          `${key} is no item of the rate card; add it to ${KEY}.items`,
        );
      }
      if (typeof quantity !== 'number' || !(quantity >= 0)) {
        throw new InputError(`${key} must be a number from 0 on`);
      }
    }
  }
  return sets as RateCard['sets'];
}

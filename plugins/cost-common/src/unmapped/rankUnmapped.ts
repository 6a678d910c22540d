import type { UnmappedCost } from '../api/responses';
import type { ChargeKey } from '../bill/ChargeKey';
import { tagOf } from '../bill/tagOf';
import { formatAmount } from '../money/formatAmount';
import type { NanoUnits } from '../money/nanoUnits';
import { annotationOf } from './annotationOf';
import { type MappableService, proposeServices } from './proposeServices';

/** A charge that no service owns. @public */
export interface UnmappedCharge {
  key: ChargeKey;
  /** By one metric and in one currency. */
  amount: NanoUnits;
  rows: number;
}

/** @public */
export interface RankUnmappedOptions {
  charges: Iterable<UnmappedCharge>;
  services: readonly MappableService[];
  /** Names of tags in the order in which they are tried. */
  tags: readonly string[];
}

interface Group
  extends Pick<UnmappedCost, 'by' | 'name' | 'value' | 'annotation'> {
  total: NanoUnits;
  rows: number;
  products: Set<string>;
  texts: Set<string>;
}

/**
 * Gathers what no service owns by what would map it: the first tag that it
 * carries, its resource, its account, its product. Every charge is in one
 * group, so that the groups add up to what is unallocated.
 *
 * @returns dearest first; what was credited last
 * @public
 */
export function rankUnmapped(options: RankUnmappedOptions): UnmappedCost[] {
  const groups = new Map<string, Group>();
  for (const { key, amount, rows } of options.charges) {
    const found = groupOf(key, options.tags);
    const name = JSON.stringify([found.by, found.name, found.value]);
    const group = groups.get(name) ?? {
      ...found,
      total: 0n,
      rows: 0,
      products: new Set<string>(),
      texts: new Set<string>(),
    };
    groups.set(name, group);
    group.total += amount;
    group.rows += rows;
    group.products.add(key.product);
    [found.value, key.resourceName].forEach(text => {
      if (text) {
        group.texts.add(text);
      }
    });
  }
  return [...groups.values()]
    .sort(
      (a, b) =>
        Number(b.total - a.total > 0n) - Number(b.total - a.total < 0n) ||
        (a.value < b.value ? -1 : 1),
    )
    .map(({ products, texts, total, ...group }) => ({
      ...group,
      total: formatAmount(total),
      ...(products.size === 1 && { product: [...products][0] }),
      proposals: proposeServices({
        texts: [...texts],
        services: options.services,
      }),
    }));
}

function groupOf(
  key: ChargeKey,
  tags: readonly string[],
): Pick<Group, 'by' | 'name' | 'value' | 'annotation'> {
  const tag = tags.find(name => tagOf(key, name));
  if (tag !== undefined) {
    const value = key.tags[tag];
    return {
      by: 'tag',
      name: tag,
      value,
      ...annotated({ tag: { key: tag, value } }),
    };
  }
  const { resourceId, product } = key;
  if (resourceId) {
    return {
      by: 'resource',
      name: key.resourceName ?? resourceId,
      value: resourceId,
      ...annotated({ resourceId }),
    };
  }
  if (product) {
    return {
      by: 'product',
      name: product,
      value: product,
      ...annotated({ product }),
    };
  }
  const subAccount = key.subAccount ?? key.billingAccount;
  return {
    by: 'sub-account',
    name: subAccount,
    value: subAccount,
    ...annotated({ subAccount }),
  };
}

function annotated(
  match: Parameters<typeof annotationOf>[0],
): Pick<Group, 'annotation'> {
  const annotation = annotationOf(match);
  return annotation ? { annotation } : {};
}

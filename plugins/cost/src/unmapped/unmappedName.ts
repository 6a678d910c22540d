import type { UnmappedCost } from '@plimsoll/plugin-cost-common';
import type { Voice } from '../words';

/** "tag app = checkout-jobs", "product AWS Support". */
export function unmappedName(
  cost: Pick<UnmappedCost, 'by' | 'name' | 'value'>,
  { t }: Pick<Voice, 't'>,
): string {
  const { by, name, value } = cost;
  return by === 'tag'
    ? t('unmapped.by.tag', { name, value })
    : t(`unmapped.by.${by}`, { name });
}

/** What stands below the name: the resource's id, its product, its charges. */
export function unmappedGround(
  cost: Pick<UnmappedCost, 'by' | 'name' | 'value' | 'product' | 'rows'>,
  { t }: Pick<Voice, 't'>,
): string {
  const { by, name, value, product, rows } = cost;
  return [
    ...(by !== 'tag' && value !== name ? [value] : []),
    ...(product && product !== name ? [product] : []),
    t('unmapped.rows', { count: rows }),
  ].join(' \u00b7 ');
}

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
    : t(`unmapped.by.${by}`, { value });
}

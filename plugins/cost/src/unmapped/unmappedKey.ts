import type { UnmappedCost } from '@plimsoll/plugin-cost-common';

/** Tells one line of unmapped cost from all others, also in an address. */
export function unmappedKey(
  cost: Pick<UnmappedCost, 'by' | 'name' | 'value'>,
): string {
  return [cost.by, cost.name, cost.value].map(encodeURIComponent).join(':');
}

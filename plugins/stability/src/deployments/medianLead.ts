import type { ShippedChange } from '@plimsoll/plugin-stability-common';

/** The median lead time of changes in seconds, of those that have one. */
export function medianLead(
  changes: readonly Pick<ShippedChange, 'leadSeconds'>[],
): number | undefined {
  const known = changes
    .flatMap(({ leadSeconds }) =>
      leadSeconds === undefined ? [] : [leadSeconds],
    )
    .sort((a, b) => a - b);
  if (known.length === 0) {
    return undefined;
  }
  const middle = Math.floor(known.length / 2);
  return known.length % 2 === 1
    ? known[middle]
    : (known[middle - 1] + known[middle]) / 2;
}

import type { CostExplanation } from '@plimsoll/plugin-cost-common';

/** An input that is left out where it is not known. */
export function optionalInput(
  name: string,
  value: string | number | undefined,
): CostExplanation['inputs'] {
  return value === undefined ? [] : [{ name, value: String(value) }];
}

import type { BillFault } from '../BillSource';
import { FOCUS_RULES } from './focusRules';

/**
 * What {@link countFaultsSql} found.
 *
 * @param counts - of each of {@link FOCUS_RULES}, in their order
 * @public
 */
export function faultsOf(counts: readonly number[]): BillFault[] {
  return FOCUS_RULES.flatMap(({ rule, severity, place, message }, index) =>
    counts[index] > 0
      ? [{ rule, severity, message, count: counts[index], place }]
      : [],
  );
}

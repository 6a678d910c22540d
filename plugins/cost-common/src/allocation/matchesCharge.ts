import type { ChargeKey } from '../bill/ChargeKey';
import type { ChargeKind } from '../bill/ChargeKind';
import { tagOf } from '../bill/tagOf';
import type { ChargeMatch } from './AllocationRule';
import { textPattern } from './textPattern';

/** Whether a charge is meant. */
export type ChargePredicate = (key: ChargeKey, kind?: ChargeKind) => boolean;

/**
 * Compiles what a rule says about charges. All that it names must be true; a
 * rule that names nothing means no charge rather than every one.
 */
export function chargePredicate(match: ChargeMatch): ChargePredicate {
  const tests: ChargePredicate[] = [];
  const { tag, product, resourceId, subAccount, category, kind } = match;
  if (tag) {
    const matches = textPattern(tag.value);
    tests.push(key => matches(tagOf(key, tag.key)));
  }
  if (product !== undefined) {
    const matches = textPattern(product);
    tests.push(key => matches(key.product));
  }
  if (resourceId !== undefined) {
    const matches = textPattern(resourceId);
    tests.push(key => matches(key.resourceId));
  }
  if (subAccount !== undefined) {
    const matches = textPattern(subAccount);
    tests.push(key => matches(key.subAccount));
  }
  if (category !== undefined) {
    tests.push(key => key.category === category);
  }
  if (kind !== undefined) {
    tests.push((_, chargeKind) => chargeKind === kind);
  }
  return (key, chargeKind) =>
    tests.length > 0 && tests.every(test => test(key, chargeKind));
}

/**
 * Whether a charge is what a rule or a preview describes.
 *
 * @public
 */
export function matchesCharge(options: {
  match: ChargeMatch;
  key: ChargeKey;
  kind?: ChargeKind;
}): boolean {
  return chargePredicate(options.match)(options.key, options.kind);
}

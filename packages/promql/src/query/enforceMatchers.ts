import { InputError } from '@backstage/errors';
import type { Selector } from './Selector';

/**
 * Adds the matchers that a source's configuration enforces. A selector that
 * already speaks of an enforced label must ask for exactly the enforced value,
 * or it is refused: it can neither widen nor silently change what is read.
 *
 * @throws InputError that names the label and the value that is allowed
 */
export function enforceMatchers(
  selector: Selector,
  enforced: Readonly<Record<string, string>>,
): Selector {
  const matchers = selector.matchers.filter(matcher => {
    const { label, operator, value } = matcher;
    if (!Object.hasOwn(enforced, label)) {
      return true;
    }
    if (operator !== '=' || value !== enforced[label]) {
      throw new InputError(
        `This source reads only ${label}="${enforced[label]}"; remove the matcher ${label}${operator}"${value}"`,
      );
    }
    return false;
  });
  const added = Object.entries(enforced).map(([label, value]) => ({
    label,
    operator: '=' as const,
    value,
  }));
  return { ...selector, matchers: [...matchers, ...added] };
}

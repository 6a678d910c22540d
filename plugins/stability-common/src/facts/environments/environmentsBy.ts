import type { FactRules } from '../ServiceFacts';
import { type Environment, environmentOf } from './environmentOf';

/** {@link environmentOf} for many happenings, which name few environments. */
export function environmentsBy(
  rules: Pick<FactRules, 'environmentAliases' | 'production'>,
): (told: string) => Environment {
  const known = new Map<string, Environment>();
  return told => {
    const found = known.get(told) ?? environmentOf(told, rules);
    known.set(told, found);
    return found;
  };
}

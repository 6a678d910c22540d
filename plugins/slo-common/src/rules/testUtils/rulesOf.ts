import { objectivesOfDocuments } from '../documents/objectivesOfDocuments';
import {
  generateRules,
  type GeneratedRules,
  type GenerateRulesOptions,
} from '../generateRules';
import type { Rule } from '../Rule';

/** The rules of documents that have no faults. */
export function rulesOf(
  values: unknown[],
  options: Omit<GenerateRulesOptions, 'objectives'> = {},
): GeneratedRules {
  const { objectives, faults } = objectivesOfDocuments(
    values.map(value => ({ value })),
  );
  if (faults.length) {
    throw new Error(JSON.stringify(faults, undefined, 2));
  }
  return generateRules({ objectives, ...options });
}

/** A rule by the name that it records or alerts by. */
export function ruleNamed({ groups }: GeneratedRules, name: string): Rule {
  const rule = groups
    .flatMap(({ rules }) => rules)
    .find(one => ('record' in one ? one.record : one.alert) === name);
  if (!rule) {
    throw new Error(`There is no rule ${name}`);
  }
  return rule;
}

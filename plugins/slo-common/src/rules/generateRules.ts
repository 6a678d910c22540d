import type { RuleGroup } from './Rule';
import { RuleCollector } from './RuleCollector';
import type { RuleNotice } from './RuleNotice';
import type { RuleObjective } from './RuleObjective';
import type { RuleSettings } from './RuleSettings';

/**
 * `objectives`: what each document brings. `fleet`: what an installation needs
 * once. `all`: both.
 *
 * @public
 */
export const RULE_PARTS = ['all', 'objectives', 'fleet'] as const;

/** @public */
export type RulePart = (typeof RULE_PARTS)[number];

/** @public */
export interface RuleOptions {
  part?: RulePart;
  /** `app.baseUrl` of the portal; without it alerts carry no link. */
  portalUrl?: string;
  /**
   * Of a metrics source, by its name; the usual ones by default. `undefined`:
   * there is no such source, and nothing is made for it.
   */
  settingsOf?(source: string): RuleSettings | undefined;
  /** Only what this metrics source evaluates. */
  source?: string;
  /** Names of the metrics sources that are known, besides those of objectives. */
  knownSources?: readonly string[];
}

/** @public */
export interface GenerateRulesOptions extends RuleOptions {
  objectives: readonly RuleObjective[];
}

/** @public */
export interface GeneratedRules {
  groups: RuleGroup[];
  notices: RuleNotice[];
}

/**
 * Recording rules and alerts of objectives: the same text for the same
 * objectives in whatever order they come.
 *
 * @public
 */
export function generateRules(options: GenerateRulesOptions): GeneratedRules {
  const collector = RuleCollector.create(options);
  options.objectives.forEach(objective => collector.add(objective));
  return collector.result();
}

import type { GeneratedRules } from '../generateRules';
import { groupYaml } from './groupYaml';
import { yamlText } from './yamlText';

/**
 * `prometheus`: a rule file. `prometheusrule`: the resource of the Prometheus
 * operator.
 *
 * @public
 */
export const RULE_FORMATS = ['prometheus', 'prometheusrule'] as const;

/** @public */
export type RuleFormat = (typeof RULE_FORMATS)[number];

/** @public */
export interface RenderRulesOptions extends GeneratedRules {
  format?: RuleFormat;
  /** Name of the operator's resource, `plimsoll-slo-rules` by default. */
  name?: string;
}

const DEFAULT_NAME = 'plimsoll-slo-rules';

/**
 * Rules as YAML. What became no rule stands above them as comments, so that
 * nobody has to guess why an alert is missing.
 *
 * @public
 */
export function renderRules(options: RenderRulesOptions): string {
  return Array.from(ruleFile(options)).join('');
}

/**
 * The same text piece by piece, a group at a time: that of a large fleet has
 * tens of megabytes.
 *
 * @public
 */
export function* ruleFile(options: RenderRulesOptions): Generator<string> {
  const { groups, notices, format = 'prometheus', name } = options;
  yield '# Made by Plimsoll from OpenSLO documents; changes here are lost.\n';
  for (const { subject, path, message } of notices) {
    yield `# ${comment(`${subject}: ${path}: ${message}`)}\n`;
  }
  const isResource = format === 'prometheusrule';
  if (isResource) {
    const text = yamlText(name ?? DEFAULT_NAME, { indent: 4 });
    yield `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: ${text}\nspec:\n`;
  }
  const indent = isResource ? 2 : 0;
  yield `${' '.repeat(indent)}groups:${groups.length ? '' : ' []'}\n`;
  for (const group of groups) {
    yield groupYaml(group, indent + 2);
  }
}

/** One line in which no character can end the comment. */
function comment(text: string): string {
  return text.replace(/[^ -~]+/g, '?');
}

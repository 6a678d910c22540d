import type { GeneratedRules } from '../generateRules';
import { groupsYaml } from './groupsYaml';
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
  const { groups, notices, format = 'prometheus', name } = options;
  const head = [
    '# Made by Plimsoll from OpenSLO documents; changes here are lost.',
    ...notices.map(
      ({ subject, path, message }) =>
        `# ${comment(`${subject}: ${path}: ${message}`)}`,
    ),
  ].join('\n');
  const body =
    format === 'prometheus'
      ? groupsYaml(groups, 0)
      : [
          'apiVersion: monitoring.coreos.com/v1',
          'kind: PrometheusRule',
          'metadata:',
          `  name: ${yamlText(name ?? DEFAULT_NAME, { indent: 4 })}`,
          'spec:',
          groupsYaml(groups, 2),
        ].join('\n');
  return `${head}\n${body}`;
}

/** One line in which no character can end the comment. */
function comment(text: string): string {
  return text.replace(/[^ -~]+/g, '?');
}

import type { GeneratedRules } from '../generateRules';
import type { RuleGroup } from '../Rule';
import { groupYaml } from './groupYaml';
import { yamlText } from './yamlText';

/**
 * `prometheus`: a rule file. `prometheusrule`: the resource of the Prometheus
 * operator; several, `name` and `name-2` and so on, where one would be too large
 * for a cluster.
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

/** Of a resource: etcd keeps none above 1.5 MiB. */
const MAX_RESOURCE_BYTES = 1_000_000;

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
  if (format === 'prometheusrule') {
    yield* resources(groups, name ?? DEFAULT_NAME);
    return;
  }
  yield `groups:${groups.length ? '' : ' []'}\n`;
  for (const group of groups) {
    yield groupYaml(group, 2);
  }
}

/** One resource, or as many as the store of a cluster needs. */
function* resources(
  groups: readonly RuleGroup[],
  name: string,
): Generator<string> {
  yield resourceHead(name, groups.length === 0);
  let count = 1;
  let bytes = 0;
  for (const group of groups) {
    const text = groupYaml(group, 4);
    const own = new TextEncoder().encode(text).length;
    if (bytes > 0 && bytes + own > MAX_RESOURCE_BYTES) {
      count += 1;
      bytes = 0;
      yield `---\n${resourceHead(`${name}-${count}`, false)}`;
    }
    bytes += own;
    yield text;
  }
}

function resourceHead(name: string, isEmpty: boolean): string {
  const text = yamlText(name, { indent: 4 });
  return `apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: ${text}\nspec:\n  groups:${
    isEmpty ? ' []' : ''
  }\n`;
}

/** One line in which no character can end the comment. */
function comment(text: string): string {
  return text.replace(/[^ -~]+/g, '?');
}

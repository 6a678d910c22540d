import { isError } from '@backstage/errors';
import { checkTypes, parsePromql } from '@plimsoll/promql';
import { eachFile } from '../Check';
import { documentsOf, isRecord, isYaml } from '../yamlFiles';

const SEVERITIES = new Set(['critical', 'page', 'warning', 'ticket', 'info']);
const RECORD = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const DURATION = /^([0-9]+(ms|[smhdwy]))+$/;
const BACK_IN_TIME = new Set([
  'OffsetExpr',
  'SubqueryExpr',
  'StepInvariantExpr',
]);
const TEXTS = ['summary', 'runbook_url'];

/**
 * Rules of Prometheus: one that it cannot read costs it the whole file, and an
 * alert without a severity, a sentence and a runbook reaches nobody who knows
 * what to do.
 */
export const ruleCheck = eachFile({
  name: 'rules',
  title: 'Prometheus can load the rules, and each alert leads somewhere',
  applies: file => isYaml(file) && /^groups:/m.test(file.text),
  findIn(file) {
    const names = new Set<string>();
    return documentsOf(file)
      .flatMap(document =>
        isRecord(document) && Array.isArray(document.groups)
          ? document.groups
          : ['groups is no list'],
      )
      .flatMap(group => groupFaults(group, names))
      .map(message => ({ severity: 'error', file: file.path, message }));
  },
});

function groupFaults(group: unknown, names: Set<string>): string[] {
  if (!isRecord(group) || typeof group.name !== 'string') {
    return [typeof group === 'string' ? group : 'has a group without a name'];
  }
  const { name, rules } = group;
  const isTwice = names.has(name);
  names.add(name);
  return [
    ...(isTwice ? [`has two groups of the name ${name}`] : []),
    ...(Array.isArray(rules) && rules.length
      ? rules.flatMap(ruleFaults)
      : [`its group ${name} has no rules`]),
  ];
}

function ruleFaults(rule: unknown): string[] {
  if (!isRecord(rule)) {
    return ['has a rule that is no mapping'];
  }
  const name = String(rule.alert ?? rule.record);
  const isAlert = 'alert' in rule;
  const faults =
    isAlert === 'record' in rule
      ? ['is to be either an alert or a record']
      : [
          ...expressionFaults(rule.expr),
          ...(isAlert ? alertFaults(rule) : recordFaults(name)),
        ];
  return faults.map(fault => `${name}: ${fault}`);
}

function expressionFaults(expr: unknown): string[] {
  if (typeof expr !== 'string') {
    return ['has no expr'];
  }
  try {
    const { root } = parsePromql(expr);
    // types are known of what looks at the present
    let isPresent = true;
    root.cursor().iterate(({ name }) => {
      isPresent &&= !BACK_IN_TIME.has(name);
    });
    if (isPresent) {
      checkTypes(expr);
    }
    return [];
  } catch (error) {
    return [isError(error) ? error.message : 'its expr cannot be read'];
  }
}

function recordFaults(name: string): string[] {
  return RECORD.test(name) ? [] : ['is no name of a metric'];
}

function alertFaults(rule: Record<string, unknown>): string[] {
  const labels = isRecord(rule.labels) ? rule.labels : {};
  const annotations = isRecord(rule.annotations) ? rule.annotations : {};
  const severity = String(labels.severity);
  return [
    ...(SEVERITIES.has(severity)
      ? []
      : [
          `its severity is ${severity}, which no route knows; write ${Array.from(
            SEVERITIES,
          ).join(', ')}`,
        ]),
    ...(rule.for === undefined || DURATION.test(String(rule.for))
      ? []
      : [`for is no duration: ${String(rule.for)}`]),
    ...TEXTS.filter(key => !annotations[key]).map(key => `has no ${key}`),
    ...Object.entries({ ...labels, ...annotations })
      .filter(([, text]) => !areBracesClosed(String(text)))
      .map(([key]) => `the braces of ${key} do not close`),
  ];
}

function areBracesClosed(text: string): boolean {
  return text.split('{{').length === text.split('}}').length;
}

import type { LoadedRuleStatus } from '@plimsoll/plugin-slo-common';
import type { Rule } from '@plimsoll/plugin-slo-common/rules';
import type { LoadedRule } from '@plimsoll/plugin-slo-node';

/**
 * What is expected beside what is loaded. A rule is known by its name and by
 * all labels that it is made with; more labels, as operators add them, do no
 * harm. What names the service besides is told too.
 *
 * @param options.loaded - undefined: the source has not answered, and nothing
 * is said of any rule
 * @param options.labels - what rules of the service carry
 */
export function matchLoadedRules(options: {
  source: string;
  expected: readonly Rule[];
  loaded: readonly LoadedRule[] | undefined;
  labels: ReadonlyArray<Readonly<Record<string, string>>>;
}): LoadedRuleStatus[] {
  const { source, expected, loaded, labels } = options;
  if (!loaded) {
    return [];
  }
  const found = new Set<LoadedRule>();
  const needed = expected.map((rule): LoadedRuleStatus => {
    const name = 'alert' in rule ? rule.alert : rule.record;
    const own = rule.labels ?? {};
    const match = loaded.find(
      one => one.name === name && !found.has(one) && carries(one, own),
    );
    if (!match) {
      const kind = 'alert' in rule ? 'alerting' : 'recording';
      return {
        source,
        name,
        kind,
        labels: { ...own },
        expected: true,
        loaded: false,
        health: 'unknown',
      };
    }
    found.add(match);
    return statusOf(match, { source, expected: true });
  });
  const others = loaded.filter(
    rule => !found.has(rule) && labels.some(one => carries(rule, one)),
  );
  return [
    ...needed,
    ...others.map(rule => statusOf(rule, { source, expected: false })),
  ];
}

function statusOf(
  rule: LoadedRule,
  { source, expected }: { source: string; expected: boolean },
): LoadedRuleStatus {
  const { name, kind, group, labels, annotations, health, error } = rule;
  return {
    source,
    name,
    kind,
    group,
    labels: { ...labels },
    runbookUrl: annotations.runbook_url,
    expected,
    loaded: true,
    health,
    error,
    evaluatedAt:
      rule.evaluatedAt === undefined
        ? undefined
        : new Date(rule.evaluatedAt * 1_000).toISOString(),
  };
}

function carries(
  rule: LoadedRule,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(
    ([key, value]) => rule.labels[key] === value,
  );
}

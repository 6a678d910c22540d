import { posix } from 'node:path';
import { renderMatcher } from '@plimsoll/promql';
import {
  type ObjectiveDefinition,
  stringifyObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import {
  type GeneratedRules,
  type RuleGroup,
  type RuleObjective,
  TARGET_SERIES,
} from '@plimsoll/plugin-slo-common/rules';
import { stringify } from 'yaml';
import { sampleText } from './sampleText';
import { type Scenario, scenariosOf } from './scenariosOf';
import { type CountedSeries, trafficOf } from './trafficOf';

/** Rates are recorded in stretches of five minutes: no more is to be seen. */
const EVERY = '5m';

const HEAD =
  '# Made by Plimsoll from OpenSLO documents; changes here are lost.\n';

/**
 * Tests of the rules of objectives, for `promtool test rules`: traffic that is
 * made for each objective's queries, and who is called for it.
 *
 * @param options.files - where rules, fleet and tests stand, from one folder
 * @returns the file, and for which objectives no test could be derived
 */
export function renderRuleTests(options: {
  objectives: readonly RuleObjective[];
  rules: GeneratedRules;
  fleet: GeneratedRules;
  files: { rules: string; fleet: string; tests: string };
  enforcedMatchers: Readonly<Record<string, string>>;
}): { text: string; notices: string[] } {
  const { objectives, rules, fleet, files, enforcedMatchers } = options;
  const notices: string[] = [];
  const tests: object[] = [];
  for (const { definition } of objectives) {
    const series = trafficOf({ definition, enforcedMatchers });
    const scenarios = series ? scenariosOf(definition) : [];
    if (!series || !scenarios.length) {
      notices.push(
        `${stringifyObjectiveKey(
          definition,
        )}: no test was derived, since its queries are not two counters, or its slices are longer than 5m`,
      );
      continue;
    }
    const alerts = alertNames(rules, definition);
    tests.push(
      ...scenarios.map(scenario =>
        testOf({ definition, scenario, series, alerts }),
      ),
    );
  }
  const folder = posix.dirname(files.tests);
  return {
    text: `${HEAD}${stringify(
      {
        rule_files: [files.rules, files.fleet].map(file =>
          posix.relative(folder, file),
        ),
        evaluation_interval: EVERY,
        group_eval_order: evaluationOrder({ rules, fleet }),
        tests,
      },
      { lineWidth: 0 },
    )}`,
    notices,
  };
}

/** What others read comes first: series, burn rates of the fleet, alerts. */
function evaluationOrder(options: {
  rules: GeneratedRules;
  fleet: GeneratedRules;
}): string[] {
  const { rules, fleet } = options;
  const isAlerting = ({ rules: own }: RuleGroup) => 'alert' in own[0];
  return [
    ...rules.groups.filter(group => !isAlerting(group)),
    ...fleet.groups,
    ...rules.groups.filter(isAlerting),
  ].map(({ name }) => name);
}

/** Names of an objective's burn rate alerts, by severity. */
function alertNames(
  { groups }: GeneratedRules,
  { ref, objective }: ObjectiveDefinition,
): Map<string, string> {
  return new Map(
    groups.flatMap(({ rules }) =>
      rules.flatMap(rule =>
        'alert' in rule &&
        rule.labels.slo === ref &&
        rule.labels.objective === objective &&
        !rule.labels.policy
          ? [[rule.labels.severity, rule.alert] as const]
          : [],
      ),
    ),
  );
}

function testOf(options: {
  definition: ObjectiveDefinition;
  scenario: Scenario;
  series: readonly CountedSeries[];
  alerts: ReadonlyMap<string, string>;
}): object {
  const { definition, scenario, series, alerts } = options;
  const { ref, objective, target } = definition;
  const own = { slo: ref, objective };
  return {
    name: `${stringifyObjectiveKey(definition)}: ${scenario.name}`,
    interval: '1m',
    input_series: series.map(({ metric, labels, counts }) => ({
      series: selector(metric, labels),
      values: sampleText(scenario.stretches, counts),
    })),
    promql_expr_test: [
      {
        expr: `max(${selector(TARGET_SERIES, own)})`,
        eval_time: '10m',
        exp_samples: [{ labels: '{}', value: target }],
      },
      ...scenario.expected.flatMap(({ severity, minute, isFiring }) => {
        const alertname = alerts.get(severity);
        return alertname
          ? [
              {
                expr: `count(${selector('ALERTS', {
                  alertname,
                  severity,
                  ...own,
                  alertstate: 'firing',
                })}) or vector(0)`,
                eval_time: `${minute}m`,
                exp_samples: [{ labels: '{}', value: isFiring ? 1 : 0 }],
              },
            ]
          : [];
      }),
    ],
  };
}

function selector(
  metric: string,
  labels: Readonly<Record<string, string>>,
): string {
  const matchers = Object.entries(labels).map(([label, value]) =>
    renderMatcher({ label, operator: '=', value }),
  );
  return `${metric}{${matchers.join(',')}}`;
}

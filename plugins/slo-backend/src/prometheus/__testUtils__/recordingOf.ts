import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import {
  generateRules,
  renderRules,
  type RuleSettings,
} from '@plimsoll/plugin-slo-common/rules';
import type { Recording } from '../__fixtures__/MetricsServer';

/** The rules that are served for objectives, evaluated each minute. */
export function recordingOf(
  objectives: readonly ObjectiveDefinition[],
  options: {
    from: number;
    to: number;
    settings?: Partial<RuleSettings>;
  },
): Recording {
  const { from, to } = options;
  const settings = {
    scrapeSeconds: 60,
    enforcedMatchers: {},
    ...options.settings,
  };
  const rules = generateRules({
    part: 'objectives',
    settingsOf: () => settings,
    objectives: objectives.map(definition => ({
      definition,
      place: { path: 'spec.indicator' },
      policies: [],
    })),
  });
  return { ruleFiles: [renderRules(rules)], from, to };
}

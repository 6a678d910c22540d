import { formatDuration } from '../../window/parseDuration';
import type { AlertingRule } from '../Rule';
import type { RuleObjective } from '../RuleObjective';
import { objectiveUrl } from './objectiveUrl';
import { templateText } from './templateText';

/** What the texts of an alert are made of. */
export interface AlertTextOptions {
  objective: RuleObjective;
  severity: string;
  /** `app.baseUrl`; without it alerts carry no link. */
  portalUrl?: string;
}

/** Labels by which an alert is routed, and told apart from all others. */
export function alertLabels({
  objective,
  severity,
}: AlertTextOptions): AlertingRule['labels'] {
  const { definition, owner } = objective;
  return templates({
    severity,
    slo: definition.ref,
    objective: definition.objective,
    service: definition.entityRef,
    owner,
  });
}

/** What people read: what happens, where to look, what to do, and who. */
export function alertAnnotations(
  options: AlertTextOptions & { what: string },
): AlertingRule['annotations'] {
  const { objective, portalUrl, what } = options;
  const { definition, owner, runbookUrl } = objective;
  const { displayName, entityRef, targetText, window } = definition;
  const promise = templateText(
    `${targetText} % over ${formatDuration(window.duration)}`,
  );
  return {
    ...templates({ summary: `${displayName} of ${entityRef}: ${what}` }),
    description: `The promise is ${promise}. Burn rate: {{ printf "%.2f" $value }} (1 spends exactly the error budget).`,
    ...templates({
      objective_url: portalUrl && objectiveUrl({ definition, portalUrl }),
      runbook_url: runbookUrl,
      owner,
    }),
  };
}

/** Texts of others as templates; those that are not known are left out. */
function templates(
  texts: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      text ? [[key, templateText(text)]] : [],
    ),
  );
}

import { InputError } from '@backstage/errors';
import { shortDuration } from '@plimsoll/promql';
import { budgetRatio } from '../../budget/allowedBad';
import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { stringifyObjectiveKey } from '../../objective/ObjectiveKey';
import { BURN_WINDOWS, BURN_WINDOW_SECONDS } from '../../status/BurnRates';
import { parseDuration } from '../../window/parseDuration';
import { windowSeconds } from '../../window/windowSeconds';
import type { AlertingRule } from '../Rule';
import type { RuleNotice } from '../RuleNotice';
import type { PolicyAlert, RuleObjective } from '../RuleObjective';
import { BASE_RANGE_SECONDS } from '../series/baseSeries';
import { burnRateExpression, burnRateSeries } from '../series/fleetRules';
import { TOTAL_SERIES } from '../series/objectiveRules';
import { alertAnnotations, alertLabels } from './alertTexts';
import { matchersOf } from './pairAlerts';
import { templateText } from './templateText';

/** How long a series must be gone before that is told. */
const NO_DATA_FOR = '15m';

/**
 * The alerts that a document asks for by policies of its own. They say what
 * their author wrote, without a minimum of bad units.
 */
export function policyAlerts(options: {
  objective: RuleObjective;
  portalUrl?: string;
}): { alerts: AlertingRule[]; notices: RuleNotice[] } {
  const { objective } = options;
  const alerts: AlertingRule[] = [];
  const notices: RuleNotice[] = [];
  for (const policy of objective.policies) {
    try {
      alerts.push(...alertsOf(policy, options));
      notices.push(...lookbackNotices(policy, objective.definition));
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      notices.push({
        about: 'policy',
        subject: stringifyObjectiveKey(objective.definition),
        path: policy.path,
        message: `the AlertPolicy '${policy.name}' gives no alert: ${error.message}`,
      });
    }
  }
  return { alerts, notices };
}

function alertsOf(
  policy: PolicyAlert,
  options: { objective: RuleObjective; portalUrl?: string },
): AlertingRule[] {
  const { definition } = options.objective;
  const { severity, condition } = policy.condition;
  const texts = { ...options, severity };
  const labels = {
    ...alertLabels(texts),
    policy: templateText(policy.name),
  };
  const alerts: AlertingRule[] = [];
  if (policy.alertWhenBreaching) {
    alerts.push({
      alert: 'SLOPolicyBurn',
      expr: breachExpression(policy, definition),
      ...(condition.alertAfter && {
        for: shortDuration(windowSeconds(parseDuration(condition.alertAfter))),
      }),
      labels,
      annotations: alertAnnotations({
        ...texts,
        what: `the policy ${policy.name} is breached`,
      }),
    });
  }
  if (policy.alertWhenNoData) {
    const { description, ...annotations } = alertAnnotations({
      ...texts,
      what: 'it is not measured any more',
    });
    alerts.push({
      alert: 'SLONoData',
      expr: `absent(${TOTAL_SERIES}${matchersOf(definition)})`,
      for: NO_DATA_FOR,
      labels,
      annotations,
    });
  }
  return alerts;
}

/** Windows are made of whole stretches of the recorded rates. */
function lookbackNotices(
  { name, path, alertWhenBreaching, condition }: PolicyAlert,
  definition: ObjectiveDefinition,
): RuleNotice[] {
  const { lookbackWindow } = condition.condition;
  const seconds = windowSeconds(parseDuration(lookbackWindow));
  const stretches = seconds / BASE_RANGE_SECONDS;
  if (!alertWhenBreaching || Number.isInteger(stretches)) {
    return [];
  }
  const [below, above] = [Math.floor(stretches), Math.ceil(stretches)].map(
    count => shortDuration(count * BASE_RANGE_SECONDS),
  );
  return [
    {
      about: 'policy',
      subject: stringifyObjectiveKey(definition),
      path,
      message: `the AlertPolicy '${name}' looks back over ${lookbackWindow}, and is measured over ${above}, since rates are recorded in stretches of 5m; write ${below} or ${above}`,
    },
  ];
}

function breachExpression(
  { condition: { condition } }: PolicyAlert,
  definition: ObjectiveDefinition,
): string {
  const { op, threshold, lookbackWindow } = condition;
  if (op === 'lt' || op === 'lte') {
    throw new InputError(
      `op ${op} would alert while nothing burns; write gte or gt`,
    );
  }
  const fastest = 1 / budgetRatio(definition.target);
  if (op === 'gt' ? threshold >= fastest : threshold > fastest) {
    throw new InputError(
      `its threshold ${threshold} can never be reached, since with everything failing ${
        definition.targetText
      } % burns ${Number(
        fastest.toPrecision(4),
      )} times too fast; write a lower threshold`,
    );
  }
  const seconds = windowSeconds(parseDuration(lookbackWindow));
  if (seconds < BASE_RANGE_SECONDS) {
    throw new InputError(
      `its lookbackWindow ${lookbackWindow} is shorter than the 5m over which rates are recorded; write 5m or more`,
    );
  }
  const is = matchersOf(definition);
  const recorded = BURN_WINDOWS.find(
    window => BURN_WINDOW_SECONDS[window] === seconds,
  );
  const rate = recorded
    ? `${burnRateSeries(recorded)}${is}`
    : `(\n${burnRateExpression({ windowSeconds: seconds, matchers: is })}\n)`;
  return `${rate} ${op === 'gt' ? '>' : '>='} ${threshold}`;
}

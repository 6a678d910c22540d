import { budgetRatio } from '../budget/allowedBad';
import type { AlertConditionDocument } from '../openslo/AlertConditionDocument';
import type { AlertPolicyDocument } from '../openslo/AlertPolicyDocument';
import type { SloDocument } from '../openslo/SloDocument';
import { objectiveTarget } from '../openslo/resolving/objectiveTarget';
import { parseDuration } from '../window/parseDuration';
import { windowSeconds } from '../window/windowSeconds';
import type { LocalFinding } from './Finding';

type Condition = AlertConditionDocument['spec']['condition'];

/** A condition and where the SLO's document speaks of it. */
interface PlacedCondition {
  path: string;
  condition: Condition;
}

/** Names that lead to documents beside the SLO. */
export interface AlertLookup {
  resolveAlertPolicy?(name: string): AlertPolicyDocument | undefined;
  resolveAlertCondition?(name: string): AlertConditionDocument | undefined;
}

/**
 * What cannot work in a document's own burn-rate conditions: thresholds that
 * even an outage does not reach, look-backs longer than the window, minutes
 * that were written as months, and comparisons that alert on what is well.
 */
export function conditionFindings(
  document: SloDocument,
  lookup: AlertLookup,
): LocalFinding[] {
  return placedConditions(document, lookup).flatMap(placed => [
    ...unreachable(document, placed),
    ...lookBacks(document, placed),
    ...turnedRound(placed),
  ]);
}

function placedConditions(
  document: SloDocument,
  lookup: AlertLookup,
): PlacedCondition[] {
  return (document.spec.alertPolicies ?? []).flatMap((entry, index) => {
    const path = `spec.alertPolicies[${index}]`;
    const isNamed = 'alertPolicyRef' in entry;
    const spec = isNamed
      ? lookup.resolveAlertPolicy?.(entry.alertPolicyRef)?.spec
      : entry.spec;
    return (spec?.conditions ?? []).flatMap((item, at) => {
      const condition =
        'conditionRef' in item
          ? lookup.resolveAlertCondition?.(item.conditionRef)?.spec.condition
          : item.spec.condition;
      const place = isNamed
        ? `${path}.alertPolicyRef`
        : `${path}.spec.conditions[${at}]`;
      return condition ? [{ path: place, condition }] : [];
    });
  });
}

/** Of several objectives the one whose fastest burn is the slowest. */
function unreachable(
  { spec }: SloDocument,
  { path, condition }: PlacedCondition,
): LocalFinding[] {
  const { op, threshold } = condition;
  const [lowest, ...others] = spec.objectives
    .map((objective, index) => {
      const { target, targetText } = objectiveTarget(objective);
      return { index, targetText, fastest: 1 / budgetRatio(target) };
    })
    .filter(({ fastest }) =>
      op === 'gt' ? fastest <= threshold : fastest < threshold,
    )
    .sort((a, b) => a.fastest - b.fastest);
  if (op.startsWith('l') || lowest === undefined) {
    return [];
  }
  const fastest = Number(lowest.fastest.toPrecision(4));
  const more = others.length > 0 ? `, as ${others.length} more do` : '';
  return [
    {
      severity: 'warning',
      check: 'pairs',
      path,
      message: `waits for a burn rate of ${threshold}, which objective ${
        lowest.index + 1
      } (${
        lowest.targetText
      } %) never reaches: with everything failing it burns ${fastest} times too fast${more}`,
      fix: `Write a threshold below ${fastest}`,
    },
  ];
}

function lookBacks(
  { spec }: SloDocument,
  { path, condition }: PlacedCondition,
): LocalFinding[] {
  const window = secondsOf(spec.timeWindow[0].duration);
  return (['lookbackWindow', 'alertAfter'] as const).flatMap(field => {
    const duration = condition[field];
    if (duration === undefined || secondsOf(duration) <= window) {
      return [];
    }
    const { value, unit } = parseDuration(duration);
    return [
      {
        severity: 'warning',
        check: unit === 'M' ? 'duration' : 'pairs',
        path,
        message: `has a ${field} of ${duration}, which is longer than the window of ${spec.timeWindow[0].duration}`,
        fix:
          unit === 'M'
            ? `Write ${value}m if minutes are meant: a capital M is a month`
            : 'Write a shorter one, for instance 1h',
      },
    ];
  });
}

function turnedRound({ path, condition }: PlacedCondition): LocalFinding[] {
  return condition.op.startsWith('l')
    ? [
        {
          severity: 'warning',
          check: 'pairs',
          path,
          message: `alerts while the burn rate is below ${condition.threshold}, so while all is well`,
          fix: 'Write op: gte',
        },
      ]
    : [];
}

function secondsOf(duration: string): number {
  return windowSeconds(parseDuration(duration));
}

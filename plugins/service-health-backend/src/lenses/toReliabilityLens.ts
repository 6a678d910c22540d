import type {
  ReliabilityLens,
  WorstObjective,
} from '@plimsoll/plugin-service-health-common';
import type {
  ObjectiveStatus,
  ServiceSloSummary,
} from '@plimsoll/plugin-slo-common';

/**
 * What is kept of a service's objectives.
 *
 * @returns undefined when the last one was removed
 */
export function toReliabilityLens(
  summary: ServiceSloSummary,
): ReliabilityLens | undefined {
  const { objectives, stateCounts, worst, changedAt } = summary;
  return objectives === 0
    ? undefined
    : {
        objectives,
        stateCounts,
        ...(worst && { worst: toWorst(worst) }),
        changedAt,
      };
}

function toWorst(status: ObjectiveStatus): WorstObjective {
  const {
    ref,
    objective,
    displayName,
    target,
    targetText,
    window,
    unit,
    state,
    reason,
    budget,
    forecast,
    coverage,
    trend,
    evaluatedAt,
    dataUpTo,
    demo,
  } = status;
  return {
    ref,
    objective,
    displayName,
    target,
    targetText,
    window,
    unit,
    state,
    reason,
    budget,
    forecast,
    coverage,
    trend,
    evaluatedAt,
    dataUpTo,
    demo,
  };
}

import type {
  LastDeployment,
  OpenIncident,
  StabilityLens,
} from '@plimsoll/plugin-service-health-common';
import type {
  Deployment,
  Incident,
  MetricFigure,
  ServiceStabilitySummary,
} from '@plimsoll/plugin-stability-common';

/** What is kept of a service's deployments and incidents. */
export function toStabilityLens(
  summary: ServiceStabilitySummary,
): StabilityLens {
  const { counts, metrics, lastDeployment, openIncident, demo, changedAt } =
    summary;
  const rate = metrics.find(({ metric }) => metric === 'change-failure-rate');
  return {
    counts,
    ...(rate && { changeFailureRate: toRate(rate) }),
    ...(lastDeployment && { lastDeployment: toLast(lastDeployment) }),
    ...(openIncident && { openIncident: toOpenIncident(openIncident) }),
    demo,
    changedAt,
  };
}

function toRate(
  figure: MetricFigure,
): NonNullable<StabilityLens['changeFailureRate']> {
  const { state, value, sampleSize, events, interval, pending, target } =
    figure;
  return { state, value, sampleSize, events, interval, pending, target };
}

function toLast(deployment: Deployment): LastDeployment {
  const {
    id,
    environment,
    type,
    state,
    version,
    title,
    url,
    startedAt,
    finishedAt,
  } = deployment;
  const { name, confidence, suspected, decidedBy, dueAt } = deployment.verdict;
  return {
    id,
    environment,
    type,
    state,
    version,
    title,
    url,
    startedAt,
    finishedAt,
    verdict: { name, confidence, suspected, decidedBy, dueAt },
  };
}

function toOpenIncident(incident: Incident): OpenIncident {
  const {
    id,
    label,
    title,
    severity,
    state,
    startedAt,
    acknowledgedAt,
    assignee,
    url,
    links,
    cause,
  } = incident;
  return {
    id,
    label,
    title,
    severity,
    state,
    startedAt,
    acknowledgedAt,
    assignee,
    url,
    runbook: links.runbook,
    causedBy: cause?.deploymentId,
  };
}

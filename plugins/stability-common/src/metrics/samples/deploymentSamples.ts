import type { DeploymentLeftOut } from '../../api/responses';
import type { Deployment } from '../../facts/Deployment';
import type { MetricScope } from '../MetricScope';
import type { MetricSample } from './MetricSample';

/** Deployment frequency: what brought something new and went live. */
export function frequencySamples(scope: MetricScope): MetricSample[] {
  return scope.deployments.map(deployment => {
    const leftOut = notShipped(deployment);
    return sampleOf(scope, deployment, {
      leftOut,
      isEvent: leftOut === undefined,
    });
  });
}

/** Change failure rate: what was judged, the failed ones as events. */
export function failureSamples(scope: MetricScope): MetricSample[] {
  return scope.deployments.map(deployment => {
    const { name } = deployment.verdict;
    const isJudged = name === 'failed' || name === 'clean';
    return sampleOf(scope, deployment, {
      leftOut:
        typeLeftOut(deployment) ??
        (isJudged ? undefined : verdictLeftOut(deployment)),
      isEvent: name === 'failed',
    });
  });
}

/** Rework rate: all that went live, the unplanned ones as events. */
export function reworkSamples(scope: MetricScope): MetricSample[] {
  return scope.deployments.map(deployment => {
    const { type, state } = deployment;
    const isRollback = type === 'rollback' && state === 'succeeded';
    return sampleOf(scope, deployment, {
      leftOut: isRollback ? undefined : notShipped(deployment),
      isEvent: deployment.unplanned,
    });
  });
}

/** Prevented failures: what would have failed, the caught ones as events. */
export function preventedSamples(scope: MetricScope): MetricSample[] {
  return scope.deployments
    .filter(
      ({ type, verdict }) =>
        type === 'forward' &&
        (verdict.name === 'failed' || verdict.name === 'prevented'),
    )
    .map(deployment =>
      sampleOf(scope, deployment, {
        isEvent: deployment.verdict.name === 'prevented',
      }),
    );
}

function sampleOf(
  scope: MetricScope,
  deployment: Deployment,
  options: { leftOut?: DeploymentLeftOut; isEvent: boolean },
): MetricSample {
  const { leftOut, isEvent } = options;
  return {
    at: scope.liveAt(deployment),
    counted: leftOut === undefined,
    isEvent: isEvent && leftOut === undefined,
    deployment,
    deploymentLeftOut: leftOut,
  };
}

function typeLeftOut({ type }: Deployment): DeploymentLeftOut | undefined {
  return type === 'forward' ? undefined : type;
}

function verdictLeftOut({ verdict, state }: Deployment): DeploymentLeftOut {
  switch (verdict.name) {
    case 'pending':
    case 'prevented':
      return verdict.name;
    default:
      return state === 'canceled' ? 'canceled' : 'not-live';
  }
}

function notShipped(deployment: Deployment): DeploymentLeftOut | undefined {
  const { state, verdict } = deployment;
  const type = typeLeftOut(deployment);
  if (type !== undefined || state === 'succeeded') {
    return type;
  }
  if (verdict.name === 'prevented') {
    return 'prevented';
  }
  return state === 'canceled' ? 'canceled' : 'not-live';
}

import type { DeploymentPhase } from '@plimsoll/plugin-stability-common';
import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { observationId } from '../payload/observationId';
import type { CdEvent } from './cdEvent';
import { cdEventIdentity } from './cdEventIdentity';
import { purlVersion } from './purlVersion';

/** `service.*`: a version went to an environment, or left it. */
export function deploymentDraft(options: {
  event: CdEvent;
  predicate: string;
}): ObservationDraft | undefined {
  const { event, predicate } = options;
  const { context, subject, customData } = event;
  const { environment, artifactId } = subject.content;
  if (predicate === 'published' || !environment) {
    return undefined;
  }
  const phase: DeploymentPhase =
    predicate === 'removed' ? 'removed' : customData.outcome ?? 'succeeded';
  const at = context.timestamp;
  const { trafficPercent } = customData;
  return {
    kind: 'deployment',
    id: observationId('cdevents', context.source, context.id),
    source: 'cdevents',
    at,
    runId: observationId(
      'cdevents',
      context.source,
      customData.runId ?? context.id,
    ),
    environment: environment.id,
    phase,
    version: customData.version ?? purlVersion(artifactId ?? ''),
    artifacts: artifactId ? [artifactId] : undefined,
    commitSha: customData.commitSha?.toLowerCase(),
    startedAt: customData.startedAt ?? (phase === 'started' ? at : undefined),
    finishedAt: phase === 'started' ? undefined : customData.finishedAt ?? at,
    rollback:
      predicate === 'rolledback' || customData.rollback === true || undefined,
    unplanned: customData.unplanned ?? undefined,
    target: environment.source,
    batchId: customData.batchId ?? context.chainId,
    traffic:
      typeof trafficPercent === 'number' ? trafficPercent / 100 : undefined,
    reason: customData.reason,
    title: customData.title,
    changes: customData.changes?.map(sha => sha.toLowerCase()),
    identity: cdEventIdentity({ event, service: subject.id }),
  };
}

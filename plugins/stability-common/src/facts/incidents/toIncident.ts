import type {
  IncidentLinks,
  IncidentObservation,
} from '../../observation/IncidentObservation';
import { isoOf } from '../../time/instant';
import type { DeploymentDraft } from '../deployments/DeploymentDraft';
import type { Incident, IncidentState } from '../Incident';
import type { IncidentDraft } from './IncidentDraft';
import { stepsOf } from './stepsOf';

/** The incident as it is told to others; what is not known is absent. */
export function toIncident(
  draft: IncidentDraft,
  drafts: ReadonlyMap<string, DeploymentDraft>,
): Incident {
  const { observations, key } = draft;
  const lastOf = <K extends keyof IncidentObservation>(name: K) =>
    observations.findLast(step => step[name] !== undefined)?.[name];
  const cause = draft.cause && drafts.get(draft.cause.deploymentId);
  const label = lastOf('label') ?? draft.id.slice(0, 7);
  return {
    id: draft.id,
    entityRef: draft.entityRef,
    key,
    source: observations[0].source,
    label,
    title: lastOf('title') ?? label,
    severity: lastOf('severity'),
    environment: draft.environment,
    production: draft.production,
    state: stateOf(draft),
    startedAt: isoOf(draft.startedAt),
    acknowledgedAt: isoOf(draft.acknowledgedAt),
    resolvedAt: isoOf(draft.endedAt),
    presumed: draft.presumed,
    merged: draft.merged,
    reopenCount: draft.reopenedAt.length,
    assignee: lastOf('assignee'),
    links: observations.reduce<IncidentLinks>(
      (links, step) => ({ ...links, ...step.links }),
      {},
    ),
    url: lastOf('url'),
    cause: draft.cause,
    causedByNone: draft.causedByNone,
    correction: draft.correction,
    derived: draft.derived,
    steps: stepsOf(draft, cause),
  };
}

function stateOf({ endedAt, isAcknowledged }: IncidentDraft): IncidentState {
  if (endedAt !== undefined) {
    return 'resolved';
  }
  return isAcknowledged ? 'acknowledged' : 'triggered';
}

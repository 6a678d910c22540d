import { isoOf } from '../../time/instant';
import { liveFrom, type DeploymentDraft } from '../deployments/DeploymentDraft';
import type { IncidentObservation } from '../../observation/IncidentObservation';
import type { IncidentStep } from '../Incident';
import type { IncidentDraft } from './IncidentDraft';

const RANK: Record<IncidentStep['type'], number> = {
  deployed: 0,
  triggered: 1,
  reopened: 2,
  updated: 3,
  acknowledged: 4,
  'rolled-back': 5,
  resolved: 6,
};

/** What happened, by instant: each thing once, however often it was told. */
export function stepsOf(
  incident: IncidentDraft,
  cause: DeploymentDraft | undefined,
): IncidentStep[] {
  const { observations } = incident;
  const told = observations.flatMap<IncidentStep>(step =>
    step.phase === 'acknowledged' || isUpdate(step)
      ? {
          at: isoOf(Date.parse(step.at)),
          type: isUpdate(step) ? 'updated' : 'acknowledged',
          title: isUpdate(step) ? step.title : undefined,
          by: step.assignee,
          url: step.url,
        }
      : [],
  );
  const first = observations[0];
  const steps: IncidentStep[] = [
    ...deploymentSteps(cause),
    {
      at: isoOf(incident.startedAt),
      type: 'triggered',
      title: first.title,
      url: first.url,
    },
    ...incident.reopenedAt.map(at => ({
      at: isoOf(at),
      type: 'reopened' as const,
    })),
    ...told,
    ...(incident.endedAt === undefined
      ? []
      : [{ at: isoOf(incident.endedAt), type: 'resolved' as const }]),
  ];
  const once = new Map(steps.map(step => [`${step.at} ${step.type}`, step]));
  return [...once.values()].sort(
    (a, b) =>
      Date.parse(a.at) - Date.parse(b.at) || RANK[a.type] - RANK[b.type],
  );
}

/** That it goes on is no news. */
function isUpdate({ phase, stillOpen }: IncidentObservation): boolean {
  return phase === 'unacknowledged' || (phase === 'updated' && !stillOpen);
}

function deploymentSteps(cause: DeploymentDraft | undefined): IncidentStep[] {
  if (!cause) {
    return [];
  }
  const answer = cause.remediatedBy;
  const step = (
    type: IncidentStep['type'],
    draft: DeploymentDraft,
    at: number,
  ) => ({
    at: isoOf(at),
    type,
    title: draft.version,
    deploymentId: draft.id,
  });
  return [
    step('deployed', cause, liveFrom(cause)),
    ...(answer
      ? [
          step(
            answer.type === 'rollback' ? 'rolled-back' : 'deployed',
            answer,
            answer.startedAt,
          ),
        ]
      : []),
  ];
}

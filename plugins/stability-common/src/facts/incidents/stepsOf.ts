import { isoOf } from '../../time/instant';
import { liveFrom, type DeploymentDraft } from '../deployments/DeploymentDraft';
import type { IncidentObservation } from '../../observation/IncidentObservation';
import type { IncidentStep } from '../Incident';
import type { IncidentDraft } from './IncidentDraft';

const RANK: Record<IncidentStep['type'], number> = {
  deployed: 0,
  burning: 1,
  triggered: 2,
  reopened: 3,
  updated: 4,
  acknowledged: 5,
  'rolled-back': 6,
  resolved: 7,
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
    ...burningSteps(incident, cause),
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

/** That error budget burned, as the SLO plugin measured it. */
function burningSteps(
  { endedAt = Infinity }: IncidentDraft,
  cause: DeploymentDraft | undefined,
): IncidentStep[] {
  const burned = cause?.evidence.find(
    ({ rule, overruled }) => rule === 'budget-burned' && !overruled,
  );
  const at = burned?.since ?? burned?.at;
  if (!cause || !burned || at === undefined || Date.parse(at) > endedAt) {
    return [];
  }
  const { budgetBurned } = cause;
  return [
    {
      at,
      type: 'burning',
      deploymentId: cause.id,
      ...(budgetBurned?.objective === burned.objective && {
        title: budgetBurned?.displayName,
      }),
    },
  ];
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

import type { Correction } from '../../observation/Correction';
import { millisOf } from '../../time/instant';
import type { DeploymentDraft } from '../deployments/DeploymentDraft';
import type { IncidentDraft } from '../incidents/IncidentDraft';
import { findIncident } from './findIncident';
import type { Overrulings } from './Overrulings';

/**
 * What people said, without what was taken back; of several words on one thing
 * the latest. A word finds its deployment by id, and when runs were grouped
 * anew since then, by its runs; its incident by id, else by when it was open.
 */
export function readCorrections(options: {
  corrections: readonly Correction[];
  drafts: readonly DeploymentDraft[];
  /** By start. */
  incidents: readonly IncidentDraft[];
}): Overrulings {
  const { corrections, drafts, incidents } = options;
  const found: Overrulings = { verdicts: new Map(), causes: new Map() };
  const isUndone = undoneAmong(corrections);
  for (const correction of [...corrections].sort(compareCorrections)) {
    const { change } = correction;
    if (isUndone(correction)) {
      continue;
    }
    if (change.type === 'verdict') {
      const draft = findDraft(drafts, correction.deploymentId, correction);
      if (draft) {
        found.verdicts.set(draft, correction);
      }
    } else if (change.type === 'cause') {
      const draft = findDraft(drafts, change.deploymentId, correction);
      const incident = findIncident(incidents, change);
      // A deployment that is no longer known leaves the rules to decide.
      if (incident && (draft || change.deploymentId === undefined)) {
        found.causes.set(incident, { correction, draft });
      }
    }
  }
  return found;
}

function compareCorrections(a: Correction, b: Correction): number {
  return (
    (millisOf(a.at) ?? 0) - (millisOf(b.at) ?? 0) || (a.id < b.id ? -1 : 1)
  );
}

/** Taking back a taking-back brings the first word into force again. */
function undoneAmong(
  corrections: readonly Correction[],
): (correction: Correction) => boolean {
  const undoing = new Map<string, Correction[]>();
  for (const correction of corrections) {
    if (correction.change.type === 'undo') {
      const { correctionId } = correction.change;
      undoing.set(correctionId, [
        ...(undoing.get(correctionId) ?? []),
        correction,
      ]);
    }
  }
  const isUndone = (id: string, seen: readonly string[]): boolean =>
    (undoing.get(id) ?? []).some(
      undo => !seen.includes(undo.id) && !isUndone(undo.id, [...seen, id]),
    );
  return ({ id }) => isUndone(id, [id]);
}

function findDraft(
  drafts: readonly DeploymentDraft[],
  id: string | undefined,
  { runIds }: Correction,
): DeploymentDraft | undefined {
  if (id === undefined) {
    return undefined;
  }
  return (
    drafts.find(draft => draft.id === id) ??
    drafts.find(draft => draft.runs.some(run => runIds.includes(run.runId)))
  );
}

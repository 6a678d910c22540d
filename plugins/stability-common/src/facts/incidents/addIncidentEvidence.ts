import type { Overrulings } from '../corrections/Overrulings';
import type { DeploymentDraft } from '../deployments/DeploymentDraft';
import type { FactRules } from '../ServiceFacts';
import { COUNTED_FROM } from '../verdicts/confidences';
import { evidenceOf } from '../verdicts/evidenceOf';
import type { IncidentDraft } from './IncidentDraft';
import { suspectsOf, type Suspect } from './suspectsOf';

/**
 * Says of each incident which deployment caused it and holds it against that
 * one. What is derived from our own figures, or was merged into another
 * incident, says nothing. Changed in place.
 */
export function addIncidentEvidence(options: {
  incidents: readonly IncidentDraft[];
  drafts: readonly DeploymentDraft[];
  overrulings: Overrulings;
  rules: FactRules;
}): void {
  const { incidents, drafts, overrulings, rules } = options;
  for (const incident of incidents) {
    if (incident.derived) {
      continue;
    }
    const word = overrulings.causes.get(incident);
    const suspects = incident.merged
      ? []
      : suspectsOf({ incident, drafts, rules }).filter(
          ({ draft }) => draft !== word?.draft,
        );
    const base = baseOf(incident);
    suspects.forEach(({ draft, rule, confidence }) =>
      draft.evidence.push(
        evidenceOf(rule, {
          ...base,
          confidence,
          overruled: word !== undefined,
          reason: word?.correction.reason,
        }),
      ),
    );
    if (word) {
      const { id, by, at, reason } = word.correction;
      word.draft?.evidence.push(
        evidenceOf('incident-caused-by', { ...base, reason }),
      );
      incident.cause = word.draft && {
        deploymentId: word.draft.id,
        version: word.draft.version,
        confidence: 1,
        rule: 'person',
      };
      incident.causedByNone = word.draft ? undefined : { by, at, reason };
      incident.correction = { id, by, at, reason };
    } else {
      incident.cause = causeOf(suspects, overrulings);
    }
  }
}

function baseOf({ id, startedAt, observations }: IncidentDraft) {
  return {
    at: startedAt,
    incidentId: id,
    observationIds: observations.map(step => step.id).sort(),
    url: observations.findLast(step => step.url !== undefined)?.url,
  };
}

/** As certain as the strongest ground on which that deployment failed. */
function causeOf(
  suspects: readonly Suspect[],
  overrulings: Overrulings,
): IncidentDraft['cause'] {
  const likely = suspects.find(({ draft, confidence }) => {
    const change = overrulings.verdicts.get(draft)?.change;
    const isCleared = change?.type === 'verdict' && change.verdict === 'clean';
    return confidence >= COUNTED_FROM && !isCleared;
  });
  if (!likely) {
    return undefined;
  }
  const { draft, rule, confidence } = likely;
  const rollbacks = draft.evidence.filter(
    ground =>
      ground.rule === 'rollback-event' || ground.rule === 'version-reappeared',
  );
  const strongest = Math.max(
    confidence,
    ...rollbacks.map(ground => ground.confidence),
  );
  return {
    deploymentId: draft.id,
    version: draft.version,
    confidence: Math.round(strongest * 1000) / 1000,
    rule,
  };
}

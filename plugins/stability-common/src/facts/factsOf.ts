import { groupedBy } from '../collections/groupedBy';
import type { Observation } from '../observation/Observation';
import { latestById } from '../observation/latestById';
import { isoOf, millisOf } from '../time/instant';
import { addChangeEvidence } from './changes/addChangeEvidence';
import { foldChanges, type Change } from './changes/foldChanges';
import { shipChanges } from './changes/shipChanges';
import { readCorrections } from './corrections/readCorrections';
import {
  compareDrafts,
  isLive,
  type DeploymentDraft,
} from './deployments/DeploymentDraft';
import { draftDeployment } from './deployments/draftDeployment';
import { groupRuns } from './deployments/groupRuns';
import { settleStates } from './deployments/settleStates';
import { toDeployment } from './deployments/toDeployment';
import { typeDeployments } from './deployments/typeDeployments';
import { addIncidentEvidence } from './incidents/addIncidentEvidence';
import { draftIncidents } from './incidents/draftIncidents';
import { toIncident } from './incidents/toIncident';
import { addRecovery } from './recovery/addRecovery';
import { foldRuns } from './runs/foldRuns';
import type { FactRules, ServiceFacts, ServiceHistory } from './ServiceFacts';
import { addBudgetEvidence } from './verdicts/addBudgetEvidence';
import { decideVerdict } from './verdicts/decideVerdict';
import { addRollbackEvidence } from './verdicts/addRollbackEvidence';
import { rolloutEvidence } from './verdicts/rolloutEvidence';

/**
 * Everything that follows from what is known about one service: a pure
 * function of the set of observations, answers and corrections. Their order
 * and number of copies do not matter. `now` decides only what is still pending.
 *
 * @param options.now - ISO instant
 * @public
 */
export function factsOf(options: {
  history: ServiceHistory;
  rules: FactRules;
  now: string;
}): ServiceFacts {
  const { history, rules } = options;
  const { entityRef } = history;
  const now = Date.parse(options.now);
  const observations = latestById(history.observations);
  const changes = foldChanges(ofKind(observations, 'change'));
  const runs = foldRuns(ofKind(observations, 'deployment'), rules);
  const places = groupedBy(runs, ({ environment }) => environment).map(
    there => {
      const place = groupRuns(there, rules).map(group =>
        draftDeployment({ group, entityRef, rules }),
      );
      typeDeployments(place);
      settleStates({ drafts: place, rules, now });
      addOwnEvidence(place, changes, rules);
      return place;
    },
  );
  const drafts = places.flat().sort(compareDrafts);
  const incidents = draftIncidents({
    observations: ofKind(observations, 'incident'),
    entityRef,
    rules,
  });
  const overrulings = readCorrections({
    corrections: latestById(history.corrections),
    drafts,
    incidents,
  });
  addIncidentEvidence({ incidents, drafts, overrulings, rules });
  const answers = latestById(history.answers);
  addBudgetEvidence({ answers, drafts, rules });
  const verdicts = drafts.map(draft =>
    decideVerdict({ draft, word: overrulings.verdicts.get(draft), rules, now }),
  );
  places.forEach(place => addRecovery({ drafts: place, incidents }));
  const byId = new Map(drafts.map(draft => [draft.id, draft]));
  return {
    deployments: drafts.map((draft, index) =>
      toDeployment(draft, verdicts[index]),
    ),
    incidents: incidents.map(incident => toIncident(incident, byId)),
    nextDueAt: isoOf(nextDueAt(drafts, rules)),
  };
}

/** When a window ends, or an end that never came is taken for told. */
function nextDueAt(
  drafts: readonly DeploymentDraft[],
  rules: FactRules,
): number | undefined {
  const instants = drafts.flatMap(draft => {
    const { verdict, state, runs } = draft;
    return state === 'in-progress' && isLive(draft)
      ? [Math.max(...runs.map(run => run.startedAt)) + windowMillis(rules)]
      : millisOf(verdict?.dueAt) ?? [];
  });
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

function windowMillis({ verdictWindowSeconds }: FactRules): number {
  return verdictWindowSeconds * 1000;
}

/** What deployments and changes of one environment say about each other. */
function addOwnEvidence(
  place: DeploymentDraft[],
  changes: readonly Change[],
  rules: FactRules,
): void {
  place.forEach(draft => draft.evidence.push(...rolloutEvidence(draft)));
  addRollbackEvidence(place);
  const cargo = shipChanges(place, changes);
  addChangeEvidence({ drafts: place, cargo, rules });
}

function ofKind<K extends Observation['kind']>(
  observations: readonly Observation[],
  kind: K,
): Array<Extract<Observation, { kind: K }>> {
  return observations.filter(
    (item): item is Extract<Observation, { kind: K }> => item.kind === kind,
  );
}

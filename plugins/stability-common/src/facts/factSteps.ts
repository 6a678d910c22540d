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

/** @see factsOf @public */
export interface FactsOptions {
  history: ServiceHistory;
  rules: FactRules;
  /** ISO instant. */
  now: string;
}

/**
 * What {@link factsOf} does, in steps of some milliseconds: who folds a history
 * of ten thousand deployments can do something else in between.
 *
 * @public
 */
export function* factSteps(
  options: FactsOptions,
): Generator<undefined, ServiceFacts, undefined> {
  const { history, rules } = options;
  const { entityRef } = history;
  const now = Date.parse(options.now);
  const observations = latestById(history.observations);
  yield;
  const changes = foldChanges(ofKind(observations, 'change'));
  yield;
  const runs = foldRuns(ofKind(observations, 'deployment'), rules);
  yield;
  const places: DeploymentDraft[][] = [];
  for (const there of groupedBy(runs, ({ environment }) => environment)) {
    const groups = groupRuns(there, rules);
    yield;
    const place = groups.map(group =>
      draftDeployment({ group, entityRef, rules }),
    );
    yield;
    typeDeployments(place);
    yield;
    settleStates({ drafts: place, rules, now });
    yield;
    addOwnEvidence(place, changes, rules);
    yield;
    places.push(place);
  }
  const drafts = places.flat().sort(compareDrafts);
  const incidents = draftIncidents({
    observations: ofKind(observations, 'incident'),
    entityRef,
    rules,
  });
  yield;
  const overrulings = readCorrections({
    corrections: latestById(history.corrections),
    drafts,
    incidents,
  });
  addIncidentEvidence({ incidents, drafts, overrulings, rules });
  yield;
  const answers = latestById(history.answers);
  addBudgetEvidence({ answers, drafts, rules });
  yield;
  const verdicts = drafts.map(draft =>
    decideVerdict({ draft, word: overrulings.verdicts.get(draft), rules, now }),
  );
  yield;
  for (const place of places) {
    addRecovery({ drafts: place, incidents });
    yield;
  }
  const byId = new Map(drafts.map(draft => [draft.id, draft]));
  const deployments = drafts.map((draft, index) =>
    toDeployment(draft, verdicts[index]),
  );
  yield;
  return {
    deployments,
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

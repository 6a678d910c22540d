import type { DeploymentState } from '../Deployment';
import type { Run } from '../runs/Run';
import type { FactRules } from '../ServiceFacts';
import type { DeploymentDraft } from './DeploymentDraft';
import { deploymentIdOf } from './deploymentIdOf';
import type { RunGroup } from './groupRuns';

/** What decides first where places differ. */
const BY_WEIGHT: readonly DeploymentState[] = [
  'failed',
  'aborted',
  'in-progress',
  'succeeded',
  'superseded',
];

/** A deployment of one group of runs, before its type is known. */
export function draftDeployment(options: {
  group: RunGroup;
  entityRef: string;
  rules: Pick<FactRules, 'preventedBelowTraffic'>;
}): DeploymentDraft {
  const { group, entityRef, rules } = options;
  const [first] = group.runs;
  const state = stateOfRuns(group.runs);
  const traffic = trafficOf(group.runs, state);
  return {
    id: deploymentIdOf({
      entityRef,
      environment: first.environment,
      runId: first.runId,
    }),
    key: group.key,
    entityRef,
    environment: first.environment,
    production: group.runs.some(({ production }) => production),
    type: 'forward',
    state,
    version: group.version,
    artifacts: group.artifacts,
    commitSha: group.commitSha,
    runs: group.runs,
    startedAt: first.startedAt,
    finishedAt: liveSince(group.runs),
    traffic,
    stoppedEarly:
      (state === 'aborted' || state === 'failed') &&
      traffic !== undefined &&
      traffic < rules.preventedBelowTraffic,
    said: group.runs.some(({ rollback }) => rollback),
    unplanned: group.runs.some(({ unplanned }) => unplanned),
    changes: [],
    evidence: [],
  };
}

/** The last run of each door and place counts: a second try replaces the first. */
function stateOfRuns(runs: readonly Run[]): DeploymentState {
  const latest = new Map(
    runs.map(run => [`${run.source}\n${run.target ?? ''}`, run.state]),
  );
  const states = [...latest.values()];
  return BY_WEIGHT.find(state => states.includes(state)) ?? 'canceled';
}

function trafficOf(
  runs: readonly Run[],
  state: DeploymentState,
): number | undefined {
  const told = runs
    .filter(run => run.state === state)
    .flatMap(({ traffic }) => traffic ?? []);
  return told.length > 0 ? Math.max(...told) : undefined;
}

/** Of the first place where it took traffic, else where it ended. */
function liveSince(runs: readonly Run[]): number | undefined {
  const endsOf = (some: readonly Run[]) =>
    some.flatMap(({ finishedAt }) => finishedAt ?? []);
  const succeeded = endsOf(runs.filter(run => run.state === 'succeeded'));
  const ends = succeeded.length > 0 ? succeeded : endsOf(runs);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

import { groupedBy } from '../../collections/groupedBy';
import type { DeploymentObservation } from '../../observation/DeploymentObservation';
import { millisOf } from '../../time/instant';
import { versionKeyOf } from '../deployments/VersionKey';
import type { Environment } from '../environments/environmentOf';
import { environmentsBy } from '../environments/environmentsBy';
import type { FactRules } from '../ServiceFacts';
import type { Run } from './Run';
import { comparePhases, outcomeOf, stateOf } from './runOutcome';

/**
 * The runs of one service, by start, then id. A run that was only queued, and
 * the removal of a service, are no runs.
 */
export function foldRuns(
  observations: readonly DeploymentObservation[],
  rules: Pick<FactRules, 'production' | 'environmentAliases'>,
): Run[] {
  const environmentOf = environmentsBy(rules);
  const deployed = observations.filter(({ phase }) => phase !== 'removed');
  return groupedBy(
    deployed,
    ({ environment, runId }) => `${environmentOf(environment).name}\n${runId}`,
  )
    .filter(steps => steps.some(({ phase }) => phase !== 'queued'))
    .map(steps => foldRun(steps.sort(comparePhases), environmentOf))
    .sort(compareRuns);
}

/** By start, then id: the order in which runs are looked at. */
export function compareRuns(a: Run, b: Run): number {
  return a.startedAt - b.startedAt || (a.runId < b.runId ? -1 : 1);
}

function foldRun(
  steps: DeploymentObservation[],
  environmentOf: (told: string) => Environment,
): Run {
  const end = outcomeOf(steps);
  const finishedAt = end && (millisOf(end.finishedAt) ?? millisOf(end.at));
  const { runId, source } = steps[0];
  const environments = steps.map(step => environmentOf(step.environment));
  const [environment] = environments;
  const artifacts = lastOf(steps, 'artifacts');
  const version = lastOf(steps, 'version');
  const commitSha = lastOf(steps, 'commitSha');
  return {
    runId,
    source,
    environment: environment.name,
    production:
      environments.some(({ production }) => production) ||
      steps.some(({ production }) => production === true),
    state: stateOf(end),
    startedAt: Math.min(startOf(steps), finishedAt ?? Infinity),
    finishedAt,
    key: versionKeyOf({ artifacts, version, commitSha }),
    version,
    artifacts: artifacts && [...artifacts].sort(),
    commitSha,
    target: lastOf(steps, 'target') ?? environment.part,
    batchId: lastOf(steps, 'batchId'),
    traffic: mostOf(steps.flatMap(({ traffic }) => traffic ?? [])),
    reason: end?.reason,
    title: lastOf(steps, 'title'),
    url: end?.url ?? lastOf(steps, 'url'),
    rollback: steps.some(({ rollback }) => rollback === true),
    unplanned: steps.some(({ unplanned }) => unplanned === true),
    listed: [...new Set(steps.flatMap(({ changes }) => changes ?? []))].sort(),
    endId: end?.id,
    observations: steps,
  };
}

/** What was stopped is often taken back before anyone hears of its end. */
function mostOf(shares: readonly number[]): number | undefined {
  return shares.length > 0 ? Math.max(...shares) : undefined;
}

/** What the sender calls the start, else when it was first heard of. */
function startOf(steps: DeploymentObservation[]): number {
  const told = steps.flatMap(({ startedAt }) => millisOf(startedAt) ?? []);
  if (told.length > 0) {
    return Math.min(...told);
  }
  const started = steps.find(({ phase }) => phase === 'started');
  return Date.parse((started ?? steps[0]).at);
}

function lastOf<K extends keyof DeploymentObservation>(
  steps: readonly DeploymentObservation[],
  name: K,
): DeploymentObservation[K] {
  for (let index = steps.length - 1; index >= 0; index--) {
    const value = steps[index][name];
    if (value !== undefined) {
      return value;
    }
  }
  return steps[0][name];
}

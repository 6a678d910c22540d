import type { FactRules } from '../ServiceFacts';
import type { Run } from '../runs/Run';
import {
  sameVersion,
  versionKeyOf,
  type VersionIdentity,
  type VersionKey,
} from './VersionKey';

/** Runs that brought one version together: clusters, waves, doors. */
export interface RunGroup extends VersionIdentity {
  /** By start, then id; never empty. */
  runs: Run[];
  key: VersionKey;
}

/**
 * Puts the runs of one environment together: same version, started less than
 * the gap after the one before, and no other version went to the same place
 * in between.
 *
 * @param runs - of one environment, by start, then id
 */
export function groupRuns(
  runs: readonly Run[],
  rules: Pick<FactRules, 'batchGapSeconds'>,
): RunGroup[] {
  const groups: RunGroup[] = [];
  for (const run of runs) {
    const home = homeOf(run, groups, rules.batchGapSeconds * 1000);
    if (home) {
      home.runs.push(run);
      home.artifacts ??= run.artifacts;
      home.version ??= run.version;
      home.commitSha ??= run.commitSha;
      home.key = versionKeyOf(home);
    } else {
      const { artifacts, version, commitSha } = run;
      groups.push({ runs: [run], key: run.key, artifacts, version, commitSha });
    }
  }
  return groups;
}

/** The newest group that the run belongs to. */
function homeOf(
  run: Run,
  groups: readonly RunGroup[],
  gap: number,
): RunGroup | undefined {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    const last = group.runs[group.runs.length - 1];
    if (sameVersion(group.key, run.key)) {
      return run.startedAt - last.startedAt < gap ? group : undefined;
    }
    if (sharesTarget(group, [run])) {
      return undefined;
    }
  }
  return undefined;
}

/** Whether two sets of runs went to one place; an unnamed place is any place. */
export function sharesTarget(
  group: Pick<RunGroup, 'runs'>,
  runs: readonly Run[],
): boolean {
  return group.runs.some(a =>
    runs.some(
      b =>
        a.target === undefined ||
        b.target === undefined ||
        a.target === b.target,
    ),
  );
}

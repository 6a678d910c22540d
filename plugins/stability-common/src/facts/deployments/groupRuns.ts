import type { FactRules } from '../ServiceFacts';
import type { Run } from '../runs/Run';
import { isRepeat, sharePlace } from './isRepeat';
import {
  sameCommit,
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
  /** It brought what the same doors had already brought to the same places. */
  isRepeat: boolean;
}

/**
 * Puts the runs of one environment together: same version, started less than
 * the gap after the one before, and no other version went to the same place
 * in between. What repeats a run that went well is a group of its own.
 *
 * @param runs - of one environment, by start, then id
 */
export function groupRuns(
  runs: readonly Run[],
  rules: Pick<FactRules, 'batchGapSeconds'>,
): RunGroup[] {
  const groups: RunGroup[] = [];
  for (const run of runs) {
    const { home, repeats } = homeOf(run, groups, rules.batchGapSeconds * 1000);
    if (home) {
      home.runs.push(run);
      home.artifacts ??= run.artifacts;
      home.version ??= run.version;
      home.commitSha = fuller(home.commitSha, run.commitSha);
      home.key = versionKeyOf(home);
    } else {
      const { artifacts, version, commitSha } = run;
      groups.push({
        runs: [run],
        key: run.key,
        isRepeat: repeats,
        artifacts,
        version,
        commitSha,
      });
    }
  }
  return groups;
}

/** The newest group that the run belongs to, or whether it repeats one. */
function homeOf(
  run: Run,
  groups: readonly RunGroup[],
  gap: number,
): { home?: RunGroup; repeats: boolean } {
  for (let index = groups.length - 1; index >= 0; index--) {
    const group = groups[index];
    if (sameVersion(group.key, run.key)) {
      const last = group.runs[group.runs.length - 1];
      const isNear = run.startedAt - last.startedAt < gap;
      if (isNear && isRepeat(run, group.runs)) {
        return { repeats: true };
      }
      // a further place belongs to what was repeated, not to the repeat
      if (!group.isRepeat || sharesTarget(group, [run])) {
        return { home: isNear ? group : undefined, repeats: false };
      }
    } else if (sharesTarget(group, [run])) {
      return { repeats: false };
    }
  }
  return { repeats: false };
}

/** Whether two sets of runs went to one place; an unnamed place is any place. */
export function sharesTarget(
  group: Pick<RunGroup, 'runs'>,
  runs: readonly Run[],
): boolean {
  return group.runs.some(a => runs.some(b => sharePlace(a, b)));
}

/** A tag names a commit by its first digits, a pipeline by all of them. */
function fuller(known: string | undefined, told: string | undefined) {
  const isFuller = known && told && told.length > known.length;
  return isFuller && sameCommit(known, told) ? told : known ?? told;
}

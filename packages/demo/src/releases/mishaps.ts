import { commitSha } from './commitSha';
import { makeRelease } from './makeRelease';
import type { Release } from './Release';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What one service's releases of a cycle are before and after a mishap. */
export type Mishap = (releases: readonly Release[]) => Release[];

/** Place of a release among those of its cycle, 0 is the first. */
interface At {
  index: number;
}

/**
 * The version before it is brought back.
 *
 * @param options.after - minutes from live to the decision
 * @param options.said - the pipeline calls it a rollback; else only the version
 * that re-appears tells
 */
export function rolledBack(
  options: At & { after: number; seconds?: number; said?: boolean },
): Mishap {
  const { index, after, seconds = 130, said } = options;
  return releases => {
    const startedAt = releases[index].endedAt + after * MINUTE;
    return insert(releases, index, {
      ...releases[index - 1],
      changes: [],
      startedAt,
      endedAt: startedAt + seconds * 1000,
      ...(said && { rollback: true }),
    });
  };
}

/** The same version again, hours later: other settings, or a restart. */
export function restarted(options: At & { hours: number }): Mishap {
  const { index, hours } = options;
  return releases => {
    const startedAt = releases[index].endedAt + hours * HOUR;
    return insert(releases, index, {
      ...releases[index],
      changes: [],
      title: 'Restart with other settings',
      startedAt,
      endedAt: startedAt + 95_000,
    });
  };
}

/** Mended at once by a version that nobody had planned. */
export function hotfixed(
  options: At & { after: number; title: string },
): Mishap {
  const { index, after, title } = options;
  return releases => {
    const broken = releases[index];
    const fix = makeRelease({
      service: broken.service,
      version: `${broken.version}-1`,
      startedAt: broken.endedAt + after * MINUTE,
      number: lastNumber(broken) + 1,
      changes: 1,
      title,
      hotfix: true,
    });
    return insert(releases, index, fix);
  };
}

/** Taken back by `git revert`: a version of its own, with a commit of its own. */
export function reverted(options: At & { after: number }): Mishap {
  const { index, after } = options;
  return releases => {
    const broken = releases[index];
    const head = broken.changes[broken.changes.length - 1];
    const revert = makeRelease({
      service: broken.service,
      version: `${broken.version}-1`,
      startedAt: broken.endedAt + after * MINUTE,
      number: head.number + 1,
      changes: 1,
      leadHours: 0.4,
      title: `Revert "${head.title}"`,
      reverts: head.number,
    });
    return insert(releases, index, revert);
  };
}

/** Gives up while it is rolled out; the next version mends it. */
export function failing(options: At & { reason: string }): Mishap {
  const { index, reason } = options;
  return releases =>
    releases.map((release, place) =>
      place === index
        ? {
            ...release,
            endedAt: release.startedAt + 610_000,
            badEnd: { kind: 'failed', reason },
          }
        : release,
    );
}

/** Goes out by the same pipeline run as others: one batch. */
export function together(options: At & { batch: string }): Mishap {
  const { index, batch } = options;
  return releases =>
    releases.map((release, place) =>
      place === index
        ? {
            ...release,
            batch: String(parseInt(commitSha(batch).slice(0, 9), 16)),
          }
        : release,
    );
}

/** Its image bears a tag that moves: which version it is only its digest says. */
export function tagged(options: At & { tag: string }): Mishap {
  const { index, tag } = options;
  return releases =>
    releases.map((release, place) =>
      place === index ? { ...release, tag } : release,
    );
}

/** By a pipeline that nobody told of the service's new name. */
export function byFormerName(options: At & { formerName: string }): Mishap {
  const { index, formerName } = options;
  return releases =>
    releases.map((release, place) =>
      place === index ? { ...release, formerName } : release,
    );
}

/** A change that was taken back before it ever was live: both go out together. */
export function takenBackInside({ index }: At): Mishap {
  return releases =>
    releases.map((release, place) => {
      if (place !== index) {
        return release;
      }
      const { service, version, startedAt, endedAt } = release;
      const both = makeRelease({
        service,
        version,
        startedAt,
        seconds: (endedAt - startedAt) / 1000,
        number: lastNumber(release),
        changes: 2,
        reverts: lastNumber(release) - 1,
      });
      const [taken, back] = both.changes;
      const title = `Revert "${taken.title}"`;
      return {
        ...both,
        title: `${title} (#${back.number})`,
        changes: [taken, { ...back, title }],
      };
    });
}

function insert(
  releases: readonly Release[],
  index: number,
  release: Release,
): Release[] {
  return [
    ...releases.slice(0, index + 1),
    release,
    ...releases.slice(index + 1),
  ];
}

function lastNumber({ changes }: Release): number {
  return changes[changes.length - 1].number;
}

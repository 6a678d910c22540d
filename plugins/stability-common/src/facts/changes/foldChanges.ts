import { groupedBy } from '../../collections/groupedBy';
import type { ChangeObservation } from '../../observation/ChangeObservation';
import { millisOf } from '../../time/instant';

/** One change, put together from everything that reported it. Times in ms. */
export interface Change {
  sha: string;
  number?: string;
  title?: string;
  url?: string;
  committedAt?: number;
  mergedAt?: number;
  /** When it was on the main branch: merged, else committed, else reported. */
  landedAt: number;
  reverts: string[];
  unplanned: boolean;
  observationIds: string[];
}

/** The changes of one service, one for each SHA, in the order they landed. */
export function foldChanges(
  observations: readonly ChangeObservation[],
): Change[] {
  return groupedBy(observations, ({ sha }) => sha)
    .map(foldChange)
    .sort((a, b) => compareLanding(a, b) || (a.sha < b.sha ? -1 : 1));
}

/**
 * Which of two changes landed first; those that were pushed together by their
 * commits. 0 where nobody can tell.
 */
export function compareLanding(a: Change, b: Change): number {
  return (
    a.landedAt - b.landedAt ||
    (a.committedAt ?? a.landedAt) - (b.committedAt ?? b.landedAt)
  );
}

/** A push and a pull request may tell of the same commit. */
function foldChange(reports: ChangeObservation[]): Change {
  reports.sort((a, b) => (a.id < b.id ? -1 : 1));
  // A report with a number comes from the pull request: it knows more.
  const best = reports.find(({ number }) => number !== undefined) ?? reports[0];
  const committedAt = earliest(reports.map(report => report.committedAt));
  const mergedAt = earliest(reports.map(report => report.mergedAt));
  const reportedAt = earliest(reports.map(({ at }) => at)) ?? 0;
  const { sha, number, title, url } = best;
  return {
    sha,
    number,
    title: title ?? reports.find(report => report.title)?.title,
    url: url ?? reports.find(report => report.url)?.url,
    committedAt,
    mergedAt,
    landedAt: mergedAt ?? committedAt ?? reportedAt,
    reverts: [
      ...new Set(reports.flatMap(({ reverts }) => reverts ?? [])),
    ].sort(),
    unplanned: reports.some(({ unplanned }) => unplanned === true),
    observationIds: reports.map(({ id }) => id),
  };
}

function earliest(times: Array<string | undefined>): number | undefined {
  return times.reduce<number | undefined>((first, time) => {
    const millis = millisOf(time);
    return millis !== undefined && (first === undefined || millis < first)
      ? millis
      : first;
  }, undefined);
}

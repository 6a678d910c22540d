import type { NameConflict } from './NameConflict';

/** What to do about a conflict, for the log. */
export function conflictSentence(conflict: NameConflict): string {
  const { entityRef, keptLocation, ignoredLocation } = conflict;
  return keptLocation === ignoredLocation
    ? `${keptLocation} holds ${entityRef} more than once and only the last is measured: rename the others`
    : `Two documents claim ${entityRef}: that of ${keptLocation} is measured, that of ${ignoredLocation} is not; rename one of them`;
}

import { type NameConflict, conflictKey } from './NameConflict';
import type { SourceFile, SourceTarget } from './SourceTarget';

/** What a look at all files says about the names of documents. */
export interface ConflictFindings {
  /** Names that are claimed more than once now. */
  found: NameConflict[];
  /** Of the known conflicts those that are no more. */
  resolved: NameConflict[];
}

/**
 * Compares what files claim with what the catalog has.
 *
 * A document is ignored when the catalog has its name from elsewhere, and that
 * other place claims the name too (or cannot be looked at); otherwise the
 * document has only moved and the catalog will follow. A known conflict is
 * resolved when the ignored file was read since and has no such document, when
 * the catalog has the document from there now, or when nothing leads to the
 * file any more. What cannot be looked at stays as it is.
 */
export function findConflicts(options: {
  sources: SourceTarget[];
  /** Location that the catalog has each document from, by ref. */
  holders: Map<string, string>;
  known: NameConflict[];
  /** Unix milliseconds. */
  now: number;
}): ConflictFindings {
  const { sources, holders, known, now } = options;
  const files = filesOf(sources);
  const found = new Map<string, NameConflict>();
  for (const { location, refs } of files.values()) {
    for (const entityRef of new Set(refs)) {
      const keptLocation = holders.get(entityRef);
      const isClash =
        keptLocation === location
          ? count(refs, entityRef) > 1
          : keptLocation !== undefined &&
            mayClaim({ location: keptLocation, entityRef, files, sources });
      if (keptLocation !== undefined && isClash) {
        const conflict = {
          entityRef,
          keptLocation,
          ignoredLocation: location,
          seenAt: now,
        };
        found.set(conflictKey(conflict), conflict);
      }
    }
  }
  return {
    found: [...found.values()],
    resolved: known.filter(
      conflict =>
        !found.has(conflictKey(conflict)) &&
        isResolved({ conflict, files, sources, holders }),
    ),
  };
}

/** A file and when its target was read, in Unix milliseconds. */
type DatedFile = SourceFile & { readAt: number };

function filesOf(sources: SourceTarget[]): Map<string, DatedFile> {
  return new Map(
    sources.flatMap(({ files, readAt = 0 }) =>
      files.map(file => [file.location, { ...file, readAt }]),
    ),
  );
}

/** Yes, unless a look at the location has shown that it does not. */
function mayClaim(options: {
  location: string;
  entityRef: string;
  files: Map<string, DatedFile>;
  sources: SourceTarget[];
}): boolean {
  const { location, entityRef, files, sources } = options;
  const file = files.get(location);
  return file
    ? file.refs.includes(entityRef)
    : !sources.some(
        ({ target, readAt }) => target === location && readAt !== undefined,
      );
}

function isResolved(options: {
  conflict: NameConflict;
  files: Map<string, DatedFile>;
  sources: SourceTarget[];
  holders: Map<string, string>;
}): boolean {
  const { conflict, files, sources, holders } = options;
  const { entityRef, ignoredLocation, keptLocation, seenAt } = conflict;
  const isDoubled = ignoredLocation === keptLocation;
  if (!isDoubled && holders.get(entityRef) === ignoredLocation) {
    return true;
  }
  const file = files.get(ignoredLocation);
  if (file) {
    const claims = count(file.refs, entityRef);
    return file.readAt > seenAt && claims < (isDoubled ? 2 : 1);
  }
  // Either the file holds no documents any more, or nothing leads there any
  // more, or it could not be read.
  return sources.every(({ target, readAt = 0, triedAt = 0 }) =>
    target === ignoredLocation || isPattern(target)
      ? readAt > seenAt
      : triedAt > seenAt,
  );
}

function isPattern(target: string): boolean {
  return /[*?{[]/.test(target);
}

function count(refs: string[], ref: string): number {
  return refs.filter(each => each === ref).length;
}

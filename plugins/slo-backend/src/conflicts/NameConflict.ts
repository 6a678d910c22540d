/**
 * One document that the catalog ignores because another has its name. Where
 * both locations are the same, one file holds the name more than once, and its
 * last document counts.
 */
export interface NameConflict {
  /** Ref that both claim. */
  entityRef: string;
  /** Location ref of the document that the catalog has. */
  keptLocation: string;
  /** Location ref of the document that it ignores. */
  ignoredLocation: string;
  /** Unix milliseconds when it was last seen. */
  seenAt: number;
}

/** One key for one conflict, for sets and maps. */
export function conflictKey(
  conflict: Pick<NameConflict, 'entityRef' | 'ignoredLocation'>,
): string {
  return `${conflict.entityRef} ${conflict.ignoredLocation}`;
}

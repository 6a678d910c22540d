/** A file that the catalog reads, and the OpenSLO documents in it. */
export interface SourceFile {
  /** Location ref, as the entities of the file have it. */
  location: string;
  /** Refs of its documents; one that is there twice is listed twice. */
  refs: string[];
}

/** What is known about one target of the catalog's locations. */
export interface SourceTarget {
  /** Location ref, for instance `url:https://example.com/slo.yaml`. */
  target: string;
  /** What the server calls the version that was read. */
  etag?: string;
  /** Unix milliseconds of the last try; absent before the first. */
  triedAt?: number;
  /** Unix milliseconds of the last try that succeeded. */
  readAt?: number;
  /** Files that hold OpenSLO documents; a pattern may lead to several. */
  files: SourceFile[];
}

import type { ObservationBase } from './Observation';

/** A commit or pull request that reached the main branch. @public */
export interface ChangeObservation extends ObservationBase {
  kind: 'change';
  /** The SHA that ends up on the main branch. */
  sha: string;
  repository?: string;
  /** Committer's instant of the first commit, ISO; the author's may be months older. */
  committedAt?: string;
  /** ISO instant. */
  mergedAt?: string;
  /** Pull or merge request, as people write it: `#1842`. */
  number?: string;
  title?: string;
  /** SHAs or numbers that this change takes back. */
  reverts?: string[];
  /** By label, branch or title: a fix that was not planned. */
  unplanned?: boolean;
}

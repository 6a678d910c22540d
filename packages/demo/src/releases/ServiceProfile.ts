/** The door through which a team's pipelines report. */
export type PipelineDoor =
  | 'github'
  | 'gitlab'
  | 'argocd'
  | 'jenkins'
  | 'cdevents';

/** How one service is released. */
export interface ServiceProfile {
  service: string;
  door: PipelineDoor;
  /** `shopkart/cart`; several services may share one. */
  repository: string;
  /** Folder of a repository that holds several services. */
  folder?: string;
  /** Releases in a cycle of five weeks, besides those of its stories. */
  releases: number;
  /** Number before the first dot. */
  major: number;
  /** Where it runs, one after the other; a single place has no name. */
  clusters?: readonly string[];
}

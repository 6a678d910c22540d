/** Where a service's files are kept. */
export interface Repository {
  host: string;
  /** User, organisation or group; `group/subgroup` on GitLab. */
  owner: string;
  repo: string;
  /** Unset: the one that the host takes by itself. */
  branch?: string;
  /** Folder of the service below the repository's root; empty for the root. */
  folder: string;
}

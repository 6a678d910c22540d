/** One value of a Helm chart that is to be another. @public */
export interface ValueChange {
  /**
   * Where it is, as Helm's `--set` writes it: `resources.requests.cpu`; a dot
   * that is part of a name is `\.`.
   */
  path: string;
  /**
   * What it is to be, as it would stand in the file: `212m`, `70`,
   * `{ zone: a }`. A mapping is merged into the one that is there, and of a
   * list the entries that are not there yet are added.
   */
  yaml: string;
  /** What it is now as far as is known, written alike; for people. */
  now?: string;
}

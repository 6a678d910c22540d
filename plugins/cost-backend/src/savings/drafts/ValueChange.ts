/** One value of a Helm chart, as the template `cost-saving` takes it. */
export interface ValueChange {
  /** As Helm's `--set` writes it. */
  path: string;
  /** As it would stand in the file. */
  yaml: string;
  /** What it is now, as metrics know it. */
  now?: string;
}

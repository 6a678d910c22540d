/**
 * Whether a Git ref or tag of an image names one version for good:
 * `v2.31.0`, `2026.11.20-4`, `release-7`. Branches and moving tags do not.
 */
export function isVersion(ref: string): boolean {
  return /^(release[-/])?v?\d+([.\-+_][0-9a-z]+)*$/i.test(ref);
}

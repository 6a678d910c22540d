/**
 * Whether the metrics source of an objective answers.
 *
 * - `missing`: app-config has no source of this name
 * - `down`: it did not answer; `since` is the Unix second of the first failure
 *
 * @public
 */
export type SourceHealth =
  | { kind: 'up' }
  | { kind: 'down'; since?: number }
  | { kind: 'missing' };

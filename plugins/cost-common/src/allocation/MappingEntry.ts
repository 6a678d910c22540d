/**
 * What the catalog says belongs to a service. Two entries that give one thing
 * to different services cancel each other: ambiguity is never a guess.
 *
 * @public
 */
export type MappingEntry =
  /** A tag of a charge; without a key any of the configured tags. */
  | { by: 'tag'; key?: string; value: string; entityRef: string }
  /** A resource of the provider: id, ARN, or the id at the end of it. */
  | { by: 'resource'; value: string; entityRef: string }
  /** A label of pods, its name as Prometheus has it; without a key any. */
  | { by: 'label'; key?: string; value: string; entityRef: string }
  /** FOCUS `SubAccountId`: all of it that nothing else names. */
  | { by: 'sub-account'; value: string; entityRef: string }
  /** FOCUS `ServiceName`: all of it that nothing else names. */
  | { by: 'product'; value: string; entityRef: string };

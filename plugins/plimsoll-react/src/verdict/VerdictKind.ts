/**
 * What became of a deployment, as stability-common names it. `suspect` is a
 * failure of which no rule is certain yet.
 *
 * @public
 */
export const VERDICT_KINDS = [
  'pending',
  'clean',
  'failed',
  'suspect',
  'prevented',
  'rollback',
  'not-counted',
] as const;

/** @public */
export type VerdictKind = (typeof VERDICT_KINDS)[number];

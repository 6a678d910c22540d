/**
 * What everything about an objective is keyed by: the SLO entity and the
 * objective's name in that document, since one document may hold several.
 *
 * @public
 */
export interface ObjectiveKey {
  /** Ref of the SLO entity, for instance `slo:default/checkout-availability`. */
  ref: string;
  /**
   * Name of the objective in its document: the slug of its `displayName`, or
   * `objective-<n>` (counted from 1) where it has none.
   */
  objective: string;
}

/**
 * One string for one key, for maps and logs: `slo:default/a#requests-served`.
 *
 * @public
 */
export function stringifyObjectiveKey(key: ObjectiveKey): string {
  return `${key.ref}#${key.objective}`;
}

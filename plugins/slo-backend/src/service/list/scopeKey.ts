import type { ObjectiveScope } from '../../permissions/ObjectiveScope';

/**
 * Names what a caller may see by all that the condition in the database is
 * made of: two scopes have one key only if they let through the same rows.
 * Criteria are plain values, see `ServiceCriterion`.
 */
export function scopeKey({ scope }: { scope: ObjectiveScope }): string {
  return JSON.stringify(scope);
}

import { createHash } from 'node:crypto';
import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';

/**
 * Names what an objective measures: where it is read from and what counts as
 * bad. Two definitions with one hash may share a ledger; target, window and
 * texts may differ, since they only judge what was measured.
 */
export function measuredHash(definition: ObjectiveDefinition): string {
  const { source, unit, budgeting, indicator } = definition;
  return createHash('sha256')
    .update(canonicalJson({ source, unit, budgeting, indicator }))
    .digest('hex');
}

/** JSON whose keys are sorted, so that the order in a document is no change. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

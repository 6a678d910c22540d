import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { isClaimable } from './claimedRefs';
import type { NameConflict } from './NameConflict';

/**
 * Where the catalog says that a document's name is taken. Published by the
 * catalog's processing, with no promise: once, or twice, when the location that
 * holds the ignored document has changed, never again while nothing changes,
 * and only to who listens at that moment.
 */
export const CATALOG_CONFLICT_TOPIC = 'experimental.catalog.conflict';

const payloadSchema = z.object({
  unprocessedEntity: z.object({ apiVersion: z.string(), kind: z.string() }),
  entityRef: z.string(),
  newLocationKey: z.string(),
  existingLocationKey: z.string(),
  lastConflictAt: z.string().optional(),
});

/**
 * The conflict that an event speaks of, or `undefined` when it is about other
 * entities. The topic is experimental, so another payload than today's is no
 * error.
 */
export function conflictOfEvent(options: {
  payload: unknown;
  /** Unix milliseconds, where the event does not tell its own time. */
  now: number;
}): NameConflict | undefined {
  const { data } = payloadSchema.safeParse(options.payload);
  if (!data || !isClaimable(data.unprocessedEntity)) {
    return undefined;
  }
  const at = DateTime.fromISO(data.lastConflictAt ?? '');
  return {
    entityRef: data.entityRef,
    keptLocation: data.existingLocationKey,
    ignoredLocation: data.newLocationKey,
    seenAt: at.isValid ? Math.min(at.toMillis(), options.now) : options.now,
  };
}

import { parseEntityRef } from '@backstage/catalog-model';
import { OPENSLO_LIVE_KINDS } from '@plimsoll/plugin-slo-common';
import { z } from 'zod/v4';
import type { DocumentRefusal } from './DocumentRefusal';
import { refusalErrors } from './refusalErrors';

/**
 * Where the catalog says that an entity could not be processed, each time that
 * it tries; experimental, so with no promise.
 */
export const CATALOG_ERRORS_TOPIC = 'experimental.catalog.errors';

const payloadSchema = z.object({
  entity: z.string(),
  location: z.string().optional(),
  errors: z.array(z.unknown()).min(1),
});

const LIVE_KINDS = OPENSLO_LIVE_KINDS.map(kind => kind.toLowerCase());

/**
 * A file that fails as a whole does not say what it holds: it is ours when its
 * path or the error says SLO.
 */
const SAYS_SLO = /(?:^|[^a-z])(?:slos?|slis?|openslo)(?![a-z])/i;

/**
 * What an event says about an OpenSLO document, or `undefined` when it is about
 * something else. Another payload than today's is no error.
 *
 * @param options.now - Unix milliseconds
 */
export function refusalOfEvent(options: {
  payload: unknown;
  now: number;
}): DocumentRefusal | undefined {
  const { data } = payloadSchema.safeParse(options.payload);
  if (!data) {
    return undefined;
  }
  const { entity: entityRef, location } = data;
  const errors = refusalErrors(data.errors);
  const isOurs = isLive(entityRef)
    ? true
    : entityRef.startsWith('location:') &&
      [location ?? '', ...errors.map(({ message }) => message)].some(text =>
        SAYS_SLO.test(text),
      );
  return isOurs
    ? { entityRef, location, errors, seenAt: options.now }
    : undefined;
}

function isLive(entityRef: string): boolean {
  try {
    return LIVE_KINDS.includes(parseEntityRef(entityRef).kind.toLowerCase());
  } catch {
    return false;
  }
}

import type { RefusedDocument } from '@plimsoll/plugin-slo-common';
import { z } from 'zod/v4';

type RefusalErrors = RefusedDocument['errors'];

/** What fits on a page; the rest is found once these are mended. */
const MAX_ERRORS = 20;
const MAX_MESSAGE_LENGTH = 1000;
/** Errors wrap errors, a few times. */
const MAX_DEPTH = 5;

const faultsSchema = z.object({
  faults: z.array(z.object({ path: z.string(), message: z.string() })).min(1),
});
const errorSchema = z.object({ message: z.string().min(1) });

/**
 * The errors of a document, each fault of an OpenSLO document with its path.
 * Errors that came over the wire may have lost their words; that is said.
 */
export function refusalErrors(errors: unknown[]): RefusalErrors {
  const told = errors.flatMap(tell);
  const shown = told.slice(0, MAX_ERRORS).map(({ path, message }) => ({
    path,
    message:
      message.length > MAX_MESSAGE_LENGTH
        ? `${message.slice(0, MAX_MESSAGE_LENGTH)}\u2026`
        : message,
  }));
  const rest = told.length - shown.length;
  return rest > 0 ? [...shown, { message: `and ${rest} more` }] : shown;
}

function tell(error: unknown): RefusalErrors {
  let cause = error;
  for (let depth = 0; depth < MAX_DEPTH && cause; depth++) {
    const { data } = faultsSchema.safeParse(cause);
    if (data) {
      return data.faults;
    }
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  const { data } = errorSchema.safeParse(error);
  return [
    {
      message:
        data?.message ??
        'The catalog refuses it and its reason was lost on the way; it is in the log of the catalog',
    },
  ];
}

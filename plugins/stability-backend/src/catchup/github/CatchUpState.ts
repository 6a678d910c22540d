import { z } from 'zod';

/** How far the list of deliveries was looked through. */
export interface CatchUpState {
  /** All tries until then were looked at, Unix milliseconds. */
  seenUpTo: number;
  /** A look that is not over: it goes back in time from its newest try. */
  look?: {
    /** Unix milliseconds. */
    newest: number;
    /** Of the page with which it goes on. */
    cursor: string;
  };
}

const kept = z.object({
  seenUpTo: z.number(),
  look: z.object({ newest: z.number(), cursor: z.string() }).optional(),
});

/** Reads what {@link writeCatchUpState} wrote; what cannot be read is none. */
export function readCatchUpState(
  text: string | undefined,
): CatchUpState | undefined {
  try {
    return kept.safeParse(JSON.parse(text ?? '')).data;
  } catch {
    return undefined;
  }
}

export function writeCatchUpState(state: CatchUpState): string {
  return JSON.stringify(state);
}

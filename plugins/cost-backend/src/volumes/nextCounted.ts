import type { CountedTimes } from './CountedStore';

/** While a source reads its history, days become known one after the other. */
export const SETTLING_MS = 3_600_000;
/** Who has just started does not know its services yet. */
const STARTING_MS = 10 * 60_000;
/** Asked again after this: of what is known, is incomplete, is not there yet. */
const KNOWN_MS = 10 * 60_000;
const INCOMPLETE_MS = 60_000;
const WAITING_MS = 20_000;
/** After a failure, twice as long each time. */
const RETRY_MS = 60_000;
const LONGEST_RETRY_MS = 3_600_000;

/**
 * When a counter is asked next, and whether what is known of it is all that
 * there is to know.
 *
 * @param options.answer - none where the question failed
 * @param options.now - Unix milliseconds
 */
export function nextCounted(options: {
  state: CountedTimes | undefined;
  answer?: { days: number; missing: number };
  now: number;
}): CountedTimes {
  const { state, answer, now } = options;
  const askedAt = state?.askedAt ?? now;
  if (!answer) {
    const attempts = (state?.attempts ?? 0) + 1;
    return {
      askedAt,
      ...(state?.readAt !== undefined && { readAt: state.readAt }),
      attempts,
      dueAt: now + Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** (attempts - 1)),
    };
  }
  const age = now - askedAt;
  const isSettled =
    answer.days > 0 ||
    state?.readAt !== undefined ||
    // days that are there and not measured will be; nothing at all may come
    age >= (answer.missing > 0 ? SETTLING_MS : STARTING_MS);
  const isComplete = answer.missing === 0 || age >= SETTLING_MS;
  return {
    askedAt,
    ...(isSettled && { readAt: now }),
    attempts: 0,
    dueAt: now + pauseOf({ isSettled, isComplete }),
  };
}

function pauseOf(options: { isSettled: boolean; isComplete: boolean }): number {
  if (!options.isSettled) {
    return WAITING_MS;
  }
  return options.isComplete ? KNOWN_MS : INCOMPLETE_MS;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** What the ledger keeps in quarter hours, as for documents of the catalog. */
const MAX_DAYS = 400;

/**
 * Whether a rolling window has a length that documents of the catalog may
 * state: whole minutes, from an hour to 400 days.
 */
export function usableWindow(seconds: number): boolean {
  return (
    Number.isFinite(seconds) &&
    seconds >= HOUR &&
    seconds <= MAX_DAYS * DAY &&
    seconds % MINUTE === 0
  );
}

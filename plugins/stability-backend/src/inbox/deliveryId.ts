import { randomUUID } from 'node:crypto';

/** Where the version of a UUID stands; what is before it is the time. */
const VERSION_AT = 14;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): later ones sort after earlier
 * ones, so that the newest page of the inbox lies together.
 *
 * @param at - Unix milliseconds
 */
export function deliveryId(at: number): string {
  // Node draws random UUIDs from a store, single random bytes it does not
  return `${timeOf(at)}-7${randomUUID().slice(VERSION_AT + 1)}`;
}

/**
 * Sorts before every id of an instant, and after every id of an earlier one.
 *
 * @param at - Unix milliseconds
 */
export function firstIdAt(at: number): string {
  return `${timeOf(Math.max(0, at))}-0000-0000-000000000000`;
}

/** The first 48 bits of a UUID. */
function timeOf(at: number): string {
  const digits = Math.floor(at).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

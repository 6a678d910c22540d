import { randomBytes } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562, section 5.7): later ones sort after earlier
 * ones, so that the newest page of the inbox lies together.
 *
 * @param at - Unix milliseconds
 */
export function deliveryId(at: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 + (bytes[6] % 16);
  bytes[8] = 0x80 + (bytes[8] % 64);
  return uuidOf(bytes);
}

/**
 * Sorts before every id of an instant, and after every id of an earlier one.
 *
 * @param at - Unix milliseconds
 */
export function firstIdAt(at: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, at), 0, 6);
  return uuidOf(bytes);
}

function uuidOf(bytes: Buffer): string {
  const text = bytes.toString('hex');
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-');
}

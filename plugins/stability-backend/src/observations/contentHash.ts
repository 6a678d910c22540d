import { hash } from 'node:crypto';

/**
 * A short name for a text, equal for equal texts only: 32 hexadecimal digits,
 * which every database and JavaScript put in the same order.
 */
export function contentHash(text: string): string {
  return hash('sha256', text).slice(0, 32);
}

/**
 * JSON that is the same for equal values, whatever the order of their keys;
 * keys without a value are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : item,
  );
}

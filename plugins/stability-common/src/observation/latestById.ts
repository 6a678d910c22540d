import { millisOf } from '../time/instant';
import { canonicalText } from './canonicalText';

interface Dated {
  id: string;
  at: string;
}

/**
 * Of two reports of one happening the one that counts: the later one by the
 * sender's clock, of two at one instant the one whose content sorts last. It
 * does not matter which of them came first.
 *
 * @public
 */
export function latestOf<T extends Dated>(a: T, b: T): T {
  const difference = (millisOf(b.at) ?? 0) - (millisOf(a.at) ?? 0);
  if (difference !== 0) {
    return difference > 0 ? b : a;
  }
  return canonicalText(b) > canonicalText(a) ? b : a;
}

/** One of each id, those whose instant cannot be read left out. */
export function latestById<T extends Dated>(items: readonly T[]): T[] {
  const latest = new Map<string, T>();
  for (const item of items) {
    const known = latest.get(item.id);
    if (known !== undefined) {
      latest.set(item.id, latestOf(known, item));
    } else if (millisOf(item.at) !== undefined) {
      latest.set(item.id, item);
    }
  }
  return [...latest.values()];
}

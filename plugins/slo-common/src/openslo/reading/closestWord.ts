/** Words further apart than this have nothing to do with each other. */
const MAX_DISTANCE = 2;
/** A longer word is no slip of the pen, and comparing it would cost. */
const MAX_LENGTH = 40;

/**
 * The word that the author may have meant, or `undefined` when none is close.
 * Upper and lower case do not count.
 */
export function closestWord(
  word: string,
  known: readonly string[],
): string | undefined {
  if (word.length > MAX_LENGTH) {
    return undefined;
  }
  const lower = word.toLocaleLowerCase('en-US');
  let best: { distance: number; candidate: string } | undefined;
  for (const candidate of known) {
    const distance = editDistance(lower, candidate.toLocaleLowerCase('en-US'));
    const reach = Math.min(MAX_DISTANCE, Math.floor(candidate.length / 2));
    if (distance <= reach && (!best || distance < best.distance)) {
      best = { distance, candidate };
    }
  }
  return best?.candidate;
}

/** Levenshtein's distance, a row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change));
    }
    row = next;
  }
  return row[right.length];
}

/** Whether a text is meant by a pattern of a rule. */
export type TextPattern = (text: string | undefined) => boolean;

/**
 * Compiles the pattern of a rule: case does not count, `*` stands for any
 * number of characters. An absent or empty text never matches.
 */
export function textPattern(pattern: string): TextPattern {
  const parts = pattern.trim().toLowerCase().split('*');
  if (parts.length === 1) {
    const [whole] = parts;
    return text => Boolean(text) && text?.toLowerCase() === whole;
  }
  const first = parts[0];
  const last = parts[parts.length - 1];
  const between = parts.slice(1, -1);
  return text => {
    const lower = text?.toLowerCase();
    if (!lower || lower.length < first.length + last.length) {
      return false;
    }
    if (!lower.startsWith(first) || !lower.endsWith(last)) {
      return false;
    }
    const end = lower.length - last.length;
    let from = first.length;
    for (const part of between) {
      const at = lower.indexOf(part, from);
      if (at < 0 || at + part.length > end) {
        return false;
      }
      from = at + part.length;
    }
    return true;
  };
}

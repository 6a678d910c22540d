/** A piece of a text and what stands there afterwards. */
export interface TextEdit {
  /** Offset of its first character. */
  from: number;
  /** Offset behind its last character. */
  to: number;
  text: string;
}

/**
 * The text with the edits made; everything else is as it was. Of edits that
 * touch each other only the first is made: the other looks at the text anew.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  let made = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    if (made === 0 || edit.from > end) {
      parts.push(source.slice(end, edit.from), edit.text);
      end = edit.to;
      made += 1;
    }
  }
  return [...parts, source.slice(end)].join('');
}

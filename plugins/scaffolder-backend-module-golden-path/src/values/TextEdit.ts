/** A piece of a text and what stands there afterwards. */
export interface TextEdit {
  /** Offset of its first character. */
  from: number;
  /** Offset behind its last character. */
  to: number;
  text: string;
}

/** The text with the edit made; everything else is as it was. */
export function applyEdit(source: string, edit: TextEdit): string {
  return source.slice(0, edit.from) + edit.text + source.slice(edit.to);
}

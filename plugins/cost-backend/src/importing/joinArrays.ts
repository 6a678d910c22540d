/** JSON texts of arrays, none of them empty, as one of all their values. */
export function joinArrays(texts: readonly string[]): string {
  return texts.length === 1
    ? texts[0]
    : `[${texts.map(text => text.slice(1, -1)).join()}]`;
}

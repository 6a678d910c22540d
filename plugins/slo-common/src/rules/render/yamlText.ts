/** Words that YAML reads as something else than text, in any of its versions. */
const NO_TEXT = /^(y|n|yes|no|on|off|true|false|null|~)$/i;
const PLAIN_TEXT = /^[a-zA-Z_]{2}[a-zA-Z0-9_/.-]*$/;
const ONE_LINE = /^[ -~]*$/;
/** Text in which only line feeds are not printable. */
const BLOCK_TEXT = /^[!-~][ -~\n]*[!-~]$/;
const MUST_BE_ESCAPED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * A text as a YAML scalar that means exactly that text in YAML 1.1 and 1.2:
 * plain where nothing can be mistaken, a block where it has several printable
 * lines, quoted otherwise. The general emitters take a minute for the rules of
 * a large fleet; rules are texts alone, so that this is all they need.
 *
 * @param options.indent - spaces before the lines of a block
 */
export function yamlText(text: string, options: { indent: number }): string {
  if (PLAIN_TEXT.test(text) && !NO_TEXT.test(text)) {
    return text;
  }
  if (text.includes('\n') && BLOCK_TEXT.test(text)) {
    const space = ' '.repeat(options.indent);
    const lines = text.split('\n').map(line => (line ? space + line : ''));
    return `|-\n${lines.join('\n')}`;
  }
  if (ONE_LINE.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(wellFormed(text)).replace(
    MUST_BE_ESCAPED,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Halves of surrogate pairs, which no file can hold, are replaced. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    new TextEncoder().encode(text),
  );
}

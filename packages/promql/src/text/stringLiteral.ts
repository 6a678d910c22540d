import { InputError } from '@backstage/errors';

const SHORT_ESCAPES: Record<string, number> = {
  a: 0x07,
  b: 0x08,
  f: 0x0c,
  n: 0x0a,
  r: 0x0d,
  t: 0x09,
  v: 0x0b,
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
};

const NUMERIC_ESCAPES: Record<string, { digits: number; radix: number }> = {
  x: { digits: 2, radix: 16 },
  u: { digits: 4, radix: 16 },
  U: { digits: 8, radix: 16 },
};

/**
 * A PromQL string literal that stands for exactly this text. PromQL's double
 * quoted strings follow Go's rules; control characters are escaped, so that a
 * value can never end the literal or the line. Halves of surrogate pairs, which
 * no label can hold, become the replacement character.
 */
export function quoteString(value: string): string {
  const escaped = textOf(utf8(value))
    .replace(/["\\]/g, '\\$&')
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u007f\u2028\u2029]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `"${escaped}"`;
}

/**
 * The text that a PromQL string literal (`"..."`, `'...'` or backquoted)
 * stands for.
 *
 * @throws InputError when the literal is not closed or has an unknown escape.
 * The grammar of the editor is lenient there; the server is not.
 */
export function unquoteString(literal: string): string {
  const quote = literal[0];
  const body = literal.slice(1, -1);
  if (literal.length < 2 || !literal.endsWith(quote)) {
    throw new InputError(`The string ${literal} is not closed`);
  }
  if (quote === '`') {
    return body;
  }
  const bytes: number[] = [];
  for (let index = 0; index < body.length; ) {
    const character = String.fromCodePoint(body.codePointAt(index)!);
    if (character === quote || character === '\n') {
      throw new InputError(`The string ${literal} is not closed`);
    }
    if (character === '\\') {
      const { code, length, isByte } = readEscape(body, index, literal);
      bytes.push(...(isByte ? [code] : utf8(String.fromCodePoint(code))));
      index += length;
    } else {
      bytes.push(...utf8(character));
      index += character.length;
    }
  }
  return textOf(Uint8Array.from(bytes));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function readEscape(body: string, index: number, literal: string) {
  const kind = body[index + 1] ?? '';
  if (kind in SHORT_ESCAPES) {
    return { code: SHORT_ESCAPES[kind], length: 2, isByte: true };
  }
  const octal = /^[0-3][0-7]{2}/.exec(body.slice(index + 1))?.[0];
  if (octal) {
    return { code: parseInt(octal, 8), length: 4, isByte: true };
  }
  const format = NUMERIC_ESCAPES[kind];
  const digits = format && body.slice(index + 2, index + 2 + format.digits);
  if (
    digits?.length === format?.digits &&
    /^[0-9a-fA-F]+$/.test(digits ?? '')
  ) {
    const code = parseInt(digits, format.radix);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code <= 0x10ffff && !surrogate) {
      return { code, length: 2 + format.digits, isByte: kind === 'x' };
    }
  }
  throw new InputError(
    `The string ${literal} has an escape that PromQL does not know: \\${kind}`,
  );
}

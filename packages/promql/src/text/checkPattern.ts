import { InputError } from '@backstage/errors';

const MAX_DEPTH = 200;
/** RE2 repeats nothing more often, and nested repetitions together neither. */
const MAX_REPEAT = 1_000;
/** Steps of the compiled expression; RE2 gives up at some three million. */
const MAX_SIZE = 1_000_000;

const REPEAT = /(?:[*+?]|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\})\??/y;
const FLAGS = /\(\?(?:[imsU]*|[imsU]*-[imsU]+)([:)])/y;
const NAMED_GROUP = /\(\?P?<[A-Za-z0-9_]+>/y;
const QUOTED = /\\Q([\s\S]*?)(?:\\E|$)/y;
const CHARACTER_ESCAPE =
  /\\(?:[afnrtv]|0[0-7]{0,2}|[1-7][0-7]{1,2}|x[0-9A-Fa-f]{2}|x\{0*[0-9A-Fa-f]{1,6}\}|[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e ])/y;
const CLASS_ESCAPE = /\\(?:[dDsSwW]|[pP](?:[CLMNPSZ]|\{\^?([A-Za-z_]+)\}))/y;
const PLACE_ESCAPE = /\\[bBAz]/y;
const POSIX_CLASS =
  /\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/y;
const CATEGORY =
  /^(?:Any|C[cfos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|Arabic|Armenian|Bengali|Cyrillic|Devanagari|Georgian|Greek|Han|Hangul|Hebrew|Hiragana|Katakana|Latin|Thai)$/;

/** What a piece of an expression adds to it. */
interface Piece {
  /** Steps of the compiled expression. */
  size: number;
  /** How often its repetitions repeat what is innermost. */
  repeats: number;
}

const ONE: Piece = { size: 1, repeats: 1 };

const CONTROLS: Record<string, number> = {
  a: 7,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
};

function codeOf(escape: string): number {
  const kind = escape[1];
  if (kind === 'x') {
    return parseInt(escape.replace(/[\\x{}]/g, ''), 16);
  }
  return /\d/.test(kind)
    ? parseInt(escape.slice(1), 8)
    : CONTROLS[kind] ?? kind.charCodeAt(0);
}

class PatternReader {
  readonly #pattern: string;
  #at = 0;

  static create(pattern: string): PatternReader {
    return new PatternReader(pattern);
  }

  private constructor(pattern: string) {
    this.#pattern = pattern;
  }

  read(): void {
    const { size } = this.#alternatives(0);
    if (this.#at < this.#pattern.length) {
      throw this.#fault('closes a bracket that was not opened');
    }
    if (size > MAX_SIZE) {
      throw this.#fault('is too large');
    }
  }

  #alternatives(depth: number): Piece {
    if (depth > MAX_DEPTH) {
      throw this.#fault(`is nested deeper than ${MAX_DEPTH} levels`);
    }
    const whole = { ...ONE };
    let last: Piece | undefined;
    while (this.#at < this.#pattern.length && !this.#sees(')')) {
      const isRepeat = this.#repeat(last);
      const piece = isRepeat ?? this.#atom(depth);
      whole.size += piece?.size ?? 0;
      whole.repeats = Math.max(whole.repeats, piece?.repeats ?? 1);
      // What was repeated must not be repeated again: a** is an error.
      last = isRepeat ? undefined : piece;
    }
    return whole;
  }

  /** The repetition that stands here, if one does. */
  #repeat(last: Piece | undefined): Piece | undefined {
    const found = this.#match(REPEAT);
    if (!found) {
      return undefined;
    }
    if (!last) {
      throw this.#fault(`has a ${found[0]} that repeats nothing`);
    }
    const [, min, comma, max] = found;
    const least = Number(min ?? 1);
    const most = Number(max ?? (comma ? least : min ?? 1));
    const repeats = last.repeats * Math.max(1, least, most);
    if (least > MAX_REPEAT || least > most || repeats > MAX_REPEAT) {
      throw this.#fault(
        `repeats by ${found[0]}, and at most ${MAX_REPEAT} times is possible, the smaller number first`,
      );
    }
    return { size: last.size * Math.max(1, least, most), repeats };
  }

  /** `undefined` where nothing stands that could be repeated. */
  #atom(depth: number): Piece | undefined {
    if (this.#sees('|')) {
      this.#at += 1;
      return undefined;
    }
    if (this.#sees('(')) {
      return this.#group(depth);
    }
    if (this.#sees('[')) {
      this.#characterClass();
      return ONE;
    }
    const quoted = this.#match(QUOTED);
    if (quoted) {
      return quoted[1] ? { size: quoted[1].length, repeats: 1 } : undefined;
    }
    if (this.#match(PLACE_ESCAPE) || this.#classEscape()) {
      return ONE;
    }
    this.#character();
    return ONE;
  }

  #group(depth: number): Piece | undefined {
    const start = this.#at;
    const named = this.#match(NAMED_GROUP);
    if (!named) {
      const flags = this.#match(FLAGS);
      if (flags?.[1] === ')') {
        return undefined;
      }
      if (!flags) {
        this.#at += 1;
        if (this.#sees('?')) {
          throw this.#fault(
            `has ${this.#pattern.slice(
              start,
              start + 4,
            )}, and Prometheus (RE2) looks neither ahead nor behind; match without it`,
          );
        }
      }
    }
    const piece = this.#alternatives(depth + 1);
    if (!this.#sees(')')) {
      throw this.#fault('has a bracket ( that is not closed');
    }
    this.#at += 1;
    return { ...piece, size: piece.size + 2 };
  }

  #characterClass(): void {
    this.#at += 1;
    if (this.#sees('^')) {
      this.#at += 1;
    }
    for (let isFirst = true; isFirst || !this.#sees(']'); isFirst = false) {
      if (this.#at >= this.#pattern.length) {
        throw this.#fault('has a bracket [ that is not closed');
      }
      if (this.#match(POSIX_CLASS) || this.#classEscape()) {
        continue;
      }
      if (
        this.#pattern.startsWith('[:', this.#at) &&
        this.#pattern.includes(':]', this.#at + 2)
      ) {
        throw this.#fault('has an unknown class in [: and :]');
      }
      this.#range();
    }
    this.#at += 1;
  }

  #range(): void {
    const low = this.#character();
    const rest = this.#pattern.slice(this.#at, this.#at + 2);
    if (rest.length < 2 || rest[0] !== '-' || rest[1] === ']') {
      return;
    }
    this.#at += 1;
    if (this.#character() < low) {
      throw this.#fault('has a range that ends before it begins');
    }
  }

  #classEscape(): boolean {
    const found = this.#match(CLASS_ESCAPE);
    if (found?.[1] !== undefined && !CATEGORY.test(found[1])) {
      throw this.#fault(`has ${found[0]}, which is no class that is known`);
    }
    return found !== undefined;
  }

  /** One character; its code. */
  #character(): number {
    if (!this.#sees('\\')) {
      const code = this.#pattern.codePointAt(this.#at)!;
      this.#at += String.fromCodePoint(code).length;
      return code;
    }
    const found = this.#match(CHARACTER_ESCAPE);
    const code = found ? codeOf(found[0]) : Infinity;
    if (code > 0x10ffff) {
      throw this.#fault(
        `has ${this.#pattern.slice(
          this.#at,
          this.#at + 2,
        )}, an escape that Prometheus (RE2) does not know`,
      );
    }
    return code;
  }

  #sees(character: string): boolean {
    return this.#pattern[this.#at] === character;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#pattern) ?? undefined;
    this.#at += found?.[0].length ?? 0;
    return found;
  }

  #fault(what: string): InputError {
    return new InputError(
      `The regular expression ${JSON.stringify(this.#pattern)} ${what}`,
    );
  }
}

/**
 * Reads a regular expression as Prometheus does (RE2, in Go's words). One that
 * it does not know makes a whole rule file unreadable, so what is not surely
 * known is refused.
 *
 * @throws InputError with the mend
 */
export function checkPattern(pattern: string): void {
  PatternReader.create(pattern).read();
}

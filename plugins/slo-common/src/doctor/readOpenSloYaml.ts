import { isError } from '@backstage/errors';
import { Composer, type Document, Lexer, LineCounter, Parser } from 'yaml';
import { duplicateKey } from './duplicateKey';

/** Documents that one text may hold. */
const MAX_DOCUMENTS = 200;
/** Characters of one text; a document has some thousands. @public */
export const MAX_OPENSLO_TEXT = 262_144;
/**
 * Characters of one document between two `---`: what is composed in one go.
 *
 * @public
 */
export const MAX_OPENSLO_DOCUMENT = 32_768;
/** Words of the text between two pauses; a few milliseconds of work. */
const WORDS = 500;
/** Brackets within brackets; a document needs a handful. */
const MAX_DEPTH = 100;
/** Words that the lexer makes up. */
const MADE_UP = new Set(['\u0002', '\u0018', '\u001f']);
/** A YAML alias may be used so often; a document needs a handful. */
const MAX_ALIASES = 100;

/** A text that is no YAML, and where. @public */
export interface YamlFault {
  /** `line 3, column 5`, or `$` for the text as a whole. */
  path: string;
  message: string;
  fix: string;
}

/** What a text holds. @public */
export interface OpenSloYaml {
  /** Values of the documents that can be read; empty ones are left out. */
  documents: Array<{
    /** Counted from 1, as it stands in the text. */
    number: number;
    value: unknown;
  }>;
  faults: YamlFault[];
}

/**
 * The documents of a text of YAML (or JSON): one, several between `---`, or
 * lists of documents. Size, number and aliases are bounded, so a hostile text
 * costs no more than a long one. Nothing that is passed in makes it throw.
 *
 * @public
 */
export function readOpenSloYaml(text: string): OpenSloYaml {
  const steps = openSloYamlSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) {
      return step.value;
    }
  }
}

/**
 * The same in steps of a few milliseconds, for who has others to serve between
 * them.
 *
 * @public
 */
export function* openSloYamlSteps(
  text: string,
): Generator<undefined, OpenSloYaml, void> {
  if (text.length > MAX_OPENSLO_TEXT) {
    return refused(
      `The text has ${text.length} characters, and at most ${MAX_OPENSLO_TEXT} are read`,
      'Check its documents in several texts',
    );
  }
  try {
    return yield* readAll(text);
  } catch (error) {
    // For instance brackets that are nested too deep for the parser.
    return refused(
      `The text cannot be read (${isError(error) ? error.message : 'no YAML'})`,
      'Write plain YAML, one document after the other with --- between',
    );
  }
}

function* readAll(text: string): Generator<undefined, OpenSloYaml, void> {
  const result: OpenSloYaml = { documents: [], faults: [] };
  const lines = new LineCounter();
  let number = 0;
  for (const document of documentsIn(text, lines)) {
    yield;
    if (document === undefined) {
      continue;
    }
    const fault = faultIn(document, lines);
    if (fault) {
      result.faults.push(fault);
      number += 1;
    } else {
      const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== null) {
          number += 1;
          result.documents.push({ number, value: item });
        }
      }
    }
  }
  if (number > MAX_DOCUMENTS) {
    return refused(
      `The text holds ${number} documents, and at most ${MAX_DOCUMENTS} are read`,
      'Check them in several texts',
    );
  }
  if (number === 0) {
    return refused(
      'The text holds no document',
      'Write at least one OpenSLO document, for instance an SLO',
    );
  }
  return result;
}

/**
 * The documents of a text, and in between `undefined` where it pauses.
 *
 * @throws RangeError when a document is too long or too deep
 */
function* documentsIn(
  text: string,
  lines: LineCounter,
): Generator<Document | undefined> {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const composer = new Composer({ logLevel: 'silent', uniqueKeys: false });
  let words = 0;
  let end = 0;
  let begin = 0;
  let depth = 0;
  for (const word of new Lexer().lex(text)) {
    for (const token of parser.next(word)) {
      yield* composer.next(token);
      begin = end;
    }
    end += MADE_UP.has(word) ? 0 : word.length;
    if (end - begin > MAX_OPENSLO_DOCUMENT) {
      throw new RangeError(
        `a document has more than ${MAX_OPENSLO_DOCUMENT} characters`,
      );
    }
    depth += depthOf(word);
    if (depth > MAX_DEPTH) {
      throw new RangeError(`more than ${MAX_DEPTH} brackets are open at once`);
    }
    words += 1;
    if (words % WORDS === 0) {
      yield undefined;
    }
  }
  for (const token of parser.end()) {
    yield* composer.next(token);
  }
  yield* composer.end();
}

function depthOf(word: string): number {
  switch (word) {
    case '[':
    case '{':
      return 1;
    case ']':
    case '}':
      return -1;
    default:
      return 0;
  }
}

function faultIn(
  document: Document,
  lines: LineCounter,
): YamlFault | undefined {
  const [error] = document.errors;
  const twice = error ? undefined : duplicateKey(document);
  if (!error && twice === undefined) {
    return undefined;
  }
  const { line, col } = lines.linePos(error?.pos[0] ?? twice ?? 0);
  const message = error ? firstLine(error.message) : 'Map keys must be unique';
  return {
    path: `line ${Math.max(1, line)}, column ${Math.max(1, col)}`,
    message: `This is no YAML: ${message}`,
    fix: 'Mend the text there; indentation and quotes are the usual cause',
  };
}

function refused(message: string, fix: string): OpenSloYaml {
  return { documents: [], faults: [{ path: '$', message, fix }] };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/ at line \d+, column \d+:?$/, '');
}

import { parseAllDocuments } from 'yaml';

/** Documents that one text may hold. */
const MAX_DOCUMENTS = 200;
/** Characters of one text; a document has some thousands. @public */
export const MAX_OPENSLO_TEXT = 262_144;
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
  if (text.length > MAX_OPENSLO_TEXT) {
    return refused(
      `The text has ${text.length} characters, and at most ${MAX_OPENSLO_TEXT} are read`,
      'Check its documents in several texts',
    );
  }
  try {
    return readAll(text);
  } catch (error) {
    // For instance brackets that are nested too deep for the parser.
    return refused(
      `The text cannot be read (${
        error instanceof Error ? error.message : 'no YAML'
      })`,
      'Write plain YAML, one document after the other with --- between',
    );
  }
}

function readAll(text: string): OpenSloYaml {
  const result: OpenSloYaml = { documents: [], faults: [] };
  const parsed = parseAllDocuments(text, { logLevel: 'silent' });
  let number = 0;
  for (const document of parsed) {
    const [error] = document.errors;
    if (error) {
      const [{ line, col } = { line: 1, col: 1 }] = error.linePos ?? [];
      result.faults.push({
        path: `line ${line}, column ${col}`,
        message: `This is no YAML: ${firstLine(error.message)}`,
        fix: 'Mend the text there; indentation and quotes are the usual cause',
      });
      number += 1;
      continue;
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== null) {
        number += 1;
        result.documents.push({ number, value: item });
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

function refused(message: string, fix: string): OpenSloYaml {
  return { documents: [], faults: [{ path: '$', message, fix }] };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0].replace(/ at line \d+, column \d+:?$/, '');
}

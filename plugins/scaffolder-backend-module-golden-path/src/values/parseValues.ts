import { InputError } from '@backstage/errors';
import { type Document, isMap, parseAllDocuments, type YAMLMap } from 'yaml';

/** Larger is no file that people keep values in. */
const MOST_CHARACTERS = 200_000;

/** A file of values, with where each of them stands. */
export interface ParsedValues {
  document: Document.Parsed;
  root: YAMLMap;
  /** Everything in it, aliases followed. */
  content: Record<string, unknown>;
}

/**
 * Reads a file of values.
 *
 * @param options.file - for messages
 * @throws InputError for what is no mapping, or no YAML
 */
export function parseValues(options: {
  source: string;
  file: string;
}): ParsedValues {
  const { source, file } = options;
  if (source.length > MOST_CHARACTERS) {
    throw new InputError(
      `${file}: has ${source.length} characters, and at most ${MOST_CHARACTERS} are read; give a smaller file of values`,
    );
  }
  const documents = parseAllDocuments(source, { logLevel: 'error' });
  const [document] = documents as Document.Parsed[];
  const [fault] = document?.errors ?? [];
  if (fault) {
    const [first] = fault.message.split('\n');
    throw new InputError(`${file}: is no YAML, mend it first: ${first}`);
  }
  const root = document?.contents;
  if (documents.length !== 1 || !isMap(root)) {
    throw new InputError(
      `${file}: must be one mapping of names to values as Helm reads it, and is ${
        documents.length > 1 ? `${documents.length} documents` : 'none'
      }; give the path of a values file`,
    );
  }
  return { document, root, content: contentOf(document, file) };
}

function contentOf(
  document: Document.Parsed,
  file: string,
): Record<string, unknown> {
  try {
    return document.toJS();
  } catch (error) {
    throw new InputError(`${file}: its aliases cannot be followed: ${error}`);
  }
}

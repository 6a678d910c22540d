const DELIMITERS = [',', ';', '\t', '|'] as const;

/** First line of a CSV file. */
export interface CsvHeader {
  names: string[];
  delimiter: string;
}

/**
 * Reads the first line of a CSV text; quoted names may hold anything, line
 * breaks too.
 *
 * @returns undefined when the text ends within it
 */
export function csvHeader(text: string): CsvHeader | undefined {
  const options = DELIMITERS.map(delimiter => ({
    delimiter,
    names: split(text, delimiter),
  }));
  const [best] = options.sort(
    (one, other) => (other.names?.length ?? 0) - (one.names?.length ?? 0),
  );
  return best.names && { names: best.names, delimiter: best.delimiter };
}

function split(text: string, delimiter: string): string[] | undefined {
  const names: string[] = [];
  let name = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isQuoted) {
      if (char !== '"') {
        name += char;
      } else if (text[at + 1] === '"') {
        name += '"';
        at += 1;
      } else {
        isQuoted = false;
      }
    } else if (char === '"' && name === '') {
      isQuoted = true;
    } else if (char === delimiter) {
      names.push(name);
      name = '';
    } else if (char === '\n' || char === '\r') {
      return [...names, name];
    } else {
      name += char;
    }
  }
  return undefined;
}

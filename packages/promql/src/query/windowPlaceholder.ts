import { InputError } from '@backstage/errors';

const PLACEHOLDER = /\{\{\s*\.\s*window\s*\}\}/g;
const STAND_IN = '5m';

/**
 * Replaces `{{.window}}` (spaces allowed, as in Sloth's documents) by a
 * duration, so that the query can be parsed, and remembers where.
 *
 * @throws InputError when the query holds another placeholder
 */
export function substituteWindow(query: string): {
  text: string;
  windowOffsets: ReadonlySet<number>;
} {
  const windowOffsets = new Set<number>();
  let text = '';
  let from = 0;
  for (const match of query.matchAll(PLACEHOLDER)) {
    text += query.slice(from, match.index);
    windowOffsets.add(text.length);
    text += STAND_IN;
    from = match.index + match[0].length;
  }
  text += query.slice(from);
  const other = /\[\s*\{\{[^}]*\}\}/.exec(text)?.[0];
  if (other) {
    throw new InputError(
      `The query holds ${other
        .slice(1)
        .trim()}, which is not known; write {{.window}} for the range`,
    );
  }
  return { text, windowOffsets };
}

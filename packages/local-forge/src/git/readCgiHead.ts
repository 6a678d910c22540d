/** What a CGI program says before its content. */
export interface CgiHead {
  status: number;
  headers: [name: string, value: string][];
}

/**
 * Reads the head of a CGI answer (RFC 3875, section 6).
 *
 * @returns the head and how many bytes it takes; undefined while it has no end
 */
export function readCgiHead(
  content: Buffer,
): { head: CgiHead; bytes: number } | undefined {
  const text = content.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  if (!end) {
    return undefined;
  }
  const head: CgiHead = { status: 200, headers: [] };
  for (const line of text.slice(0, end.index).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') {
      head.status = Number.parseInt(value, 10) || 500;
    } else if (colon > 0) {
      head.headers.push([name, value]);
    }
  }
  return { head, bytes: end.index + end[0].length };
}

import { toError } from '@backstage/errors';

const MAX_LENGTH = 300;

/** What must not reach a reader, and what stands there instead. */
const RULES: Array<[pattern: RegExp, replacement: string]> = [
  [/\b(Bearer|Basic)\s+[\w\-.~+/=]+/gi, '$1 ***'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s'"<>)\]]+/gi, 'the source'],
  [/\b(ENOTFOUND|EAI_AGAIN)\s+\S+/g, '$1'],
  [/\[?(?<!\w)(?:[0-9a-f]{0,4}:){2,}[0-9a-f.:]*\]?(:\d+)?/gi, 'the source'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b(:\d+)?/g, 'the source'],
  [/\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*:\d{2,5}\b/gi, 'the source'],
];

/**
 * What went wrong with a source, for people who may not know where it is:
 * without URLs, hosts, ports and credentials. The cause is named too, since
 * `fetch failed` alone says nothing.
 */
export function sanitizeSourceError(error: unknown): string {
  const { message, cause } = toError(error);
  const parts = [message];
  if (cause instanceof Error && !message.includes(cause.message)) {
    parts.push(cause.message);
  }
  let text = parts.filter(part => part !== '').join(': ');
  for (const [pattern, replacement] of RULES) {
    text = text.replace(pattern, replacement);
  }
  text = text.replace(/\s+/g, ' ').trim();
  if (text === '') {
    return 'The source did not answer';
  }
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}

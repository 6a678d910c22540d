const MAX_LENGTH = 300;

/**
 * A server's message for people: no URL, host or port of the inner network,
 * no line breaks, and not longer than 300 characters.
 */
export function withoutAddresses(message: string): string {
  const clean = message
    .replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)]+/gi, '<address>')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b/g, '<address>')
    .replace(/\[[0-9a-f:]*:[0-9a-f:]+\](:\d+)?/gi, '<address>')
    .replace(
      /\b(?=[a-z0-9.-]*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*:\d{2,5}\b/gi,
      '<address>',
    )
    .replace(
      /\b[a-z0-9-]+(\.[a-z0-9-]+)*\.(local|internal|svc|lan)\b\S*/gi,
      '<address>',
    )
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > MAX_LENGTH ? `${clean.slice(0, MAX_LENGTH)}...` : clean;
}

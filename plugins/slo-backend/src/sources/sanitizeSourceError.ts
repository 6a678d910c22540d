import { toError } from '@backstage/errors';
import { withoutAddresses } from '@plimsoll/prometheus-client';

/**
 * What went wrong with a source, for people who may not know where it is. The
 * cause is named too, since `fetch failed` alone says nothing.
 */
export function sanitizeSourceError(error: unknown): string {
  const { message, cause } = toError(error);
  const parts = [message];
  if (cause instanceof Error && !message.includes(cause.message)) {
    parts.push(cause.message);
  }
  const text = withoutAddresses(parts.filter(part => part !== '').join(': '));
  return text === '' ? 'The source did not answer' : text;
}

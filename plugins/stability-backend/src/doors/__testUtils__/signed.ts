import { createHmac } from 'node:crypto';

/** HMAC-SHA256 of a body, hexadecimal. */
export function hmac(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** Headers of a delivery by GitHub. */
export function githubHeaders(options: {
  secret: string;
  body: string;
  event: string;
  delivery: string;
}): Record<string, string> {
  const { secret, body, event, delivery } = options;
  return {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': delivery,
    'x-hub-signature-256': `sha256=${hmac(secret, body)}`,
  };
}

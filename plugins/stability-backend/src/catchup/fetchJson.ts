import { ResponseError } from '@backstage/errors';

/** Milliseconds that one answer may take. */
const PATIENCE_MS = 15_000;

/**
 * Asks for JSON. Redirects are not followed: they could lead anywhere, with our
 * credentials.
 *
 * @throws ResponseError for anything but 2xx
 */
export async function fetchJson(options: {
  url: string;
  headers: Record<string, string>;
  signal: AbortSignal;
}): Promise<{ payload: unknown; headers: Headers }> {
  const { url, headers, signal } = options;
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...headers },
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return { payload: await response.json(), headers: response.headers };
}

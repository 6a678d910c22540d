import { ResponseError } from '@backstage/errors';

/** What the client throws when the backend answers with this status. */
export async function refusal(status: number): Promise<Error> {
  const name = status === 403 ? 'NotAllowedError' : 'ServiceUnavailableError';
  const url = 'http://10.0.0.7:7007/api/stability/metrics';
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    url,
    redirected: false,
    type: 'default',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () =>
      JSON.stringify({
        error: { name, message: `Refused by ${url}` },
        request: { method: 'GET', url },
        response: { statusCode: status },
      }),
  });
}

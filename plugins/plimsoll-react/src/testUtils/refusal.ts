import { ResponseError } from '@backstage/errors';

/** Where a backend lies that nobody may read on a page. */
const ADDRESS = 'http://10.0.0.7:7007/api';

/**
 * What a client throws when the backend answers with this status. Its message
 * names an internal address, which must not reach the page.
 *
 * @public
 */
export async function refusal(status: number): Promise<Error> {
  const name = status === 403 ? 'NotAllowedError' : 'ServiceUnavailableError';
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: name,
    url: ADDRESS,
    redirected: false,
    type: 'default',
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () =>
      JSON.stringify({
        error: { name, message: `Refused by ${ADDRESS}` },
        request: { method: 'GET', url: ADDRESS },
        response: { statusCode: status },
      }),
  });
}

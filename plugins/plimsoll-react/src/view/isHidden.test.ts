import { ResponseError } from '@backstage/errors';
import { isHidden } from './isHidden';

/** What a client throws for an answer of status 404. */
function notFound(body: string, type: string) {
  return ResponseError.fromResponse({
    ok: false,
    status: 404,
    statusText: 'Not Found',
    url: 'http://localhost/api/slo',
    redirected: false,
    type: 'default',
    headers: new Headers({ 'content-type': type }),
    text: async () => body,
  });
}

describe('what a backend hides', () => {
  it('is told by its own words', async () => {
    const said = JSON.stringify({
      error: { name: 'NotFoundError', message: 'There is no such service' },
      request: { method: 'GET', url: '/metrics' },
      response: { statusCode: 404 },
    });
    expect(isHidden(await notFound(said, 'application/json'))).toBe(true);
  });

  it.each([
    ['', 'text/plain'],
    ['<h1>Not Found</h1>', 'text/html'],
    ['', 'application/json'],
  ])('is not what nobody answers: %p of %p', async (body, type) => {
    expect(isHidden(await notFound(body, type))).toBe(false);
  });

  it.each([undefined, 'NotFoundError', new Error('lost')])(
    'is not told by %p',
    thrown => {
      expect(isHidden(thrown)).toBe(false);
    },
  );
});

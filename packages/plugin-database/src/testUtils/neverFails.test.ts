import * as fc from 'fast-check';
import {
  type ApiUnderTest,
  neverFails,
  neverFailsOnCursors,
} from './neverFails';

const requests = fc
  .nat({ max: 9 })
  .map(n => ({ method: 'get' as const, path: `/${n}` }));

/** An API that answers by path alone. */
function apiOf(
  ask: (path: string) => Promise<{ status: number; text: string }>,
): ApiUnderTest {
  const method = (path: string) => ({ send: () => ask(path) });
  return {
    get: method,
    put: method,
    post: method,
    delete: method,
    patch: method,
  };
}

const answer = (status: number, content: unknown = '') =>
  Promise.resolve({ status, text: JSON.stringify(content) });

describe('neverFails', () => {
  it('counts what was answered, and lets refusals pass', async () => {
    const api = apiOf(path => answer(path < '/5' ? 200 : 400));
    const answered = await neverFails({ api, requests, count: 200 });
    expect(answered).toBeGreaterThan(50);
    expect(answered).toBeLessThan(150);
  });

  it('names the request that fails', async () => {
    const api = apiOf(path =>
      answer(path === '/7' ? 500 : 200, 'no such column'),
    );
    await expect(neverFails({ api, requests, count: 200 })).rejects.toThrow(
      'get /7 answered 500: "no such column"',
    );
  });
});

describe('neverFailsOnCursors', () => {
  const cursor = Buffer.from('["cart",5]').toString('base64url');
  const lists = ['/services?'];
  const page = (nextCursor?: string) =>
    answer(200, { pageInfo: { nextCursor } });

  it('passes where spoilt cursors are refused', async () => {
    const asked: string[] = [];
    const api = apiOf(path => {
      asked.push(path);
      return path.endsWith('limit=1') || path.endsWith(`=${cursor}`)
        ? page(cursor)
        : answer(400);
    });
    expect(await neverFailsOnCursors({ api, lists })).toEqual([30]);
    expect(asked.slice(0, 2)).toEqual([
      '/services?limit=1',
      `/services?cursor=${cursor}`,
    ]);
    expect(asked).toHaveLength(32);
  });

  it.each([
    ['fails on a spoilt one', 500, cursor, 'answered 500'],
    ['refuses its own', 400, cursor, 'answered 400'],
    ['has one page', 200, undefined, 'no second page'],
  ])('tells a list that %s', async (_, status, next, message) => {
    const api = apiOf(path =>
      path.endsWith('limit=1') ||
      (status === 500 && path.endsWith(`=${cursor}`))
        ? page(next)
        : answer(status),
    );
    await expect(neverFailsOnCursors({ api, lists })).rejects.toThrow(message);
  });
});

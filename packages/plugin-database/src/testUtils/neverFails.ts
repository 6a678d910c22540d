import * as fc from 'fast-check';
import type { FuzzedRequest } from './requestArbitrary';
import { spoiltCursor } from './spoiltCursor';

/** The API under test, as `request(app)` of supertest gives it. @public */
export type ApiUnderTest = Record<
  FuzzedRequest['method'],
  (path: string) => {
    send(body?: object): PromiseLike<{ status: number; text: string }>;
  }
>;

/** Requests with each spoilt cursor of a list. */
const SPOILT_COUNT = 30;

/**
 * Sends requests, each of which may be answered or refused, but not fail.
 *
 * @param options.count - how many are sent
 * @returns how many were answered (200), so that a test can tell that not all
 * were refused at the door
 * @throws Error with the shortest request that was found to fail, and the answer
 * @public
 */
export async function neverFails(options: {
  api: ApiUnderTest;
  requests: fc.Arbitrary<FuzzedRequest>;
  count: number;
}): Promise<number> {
  const { api, requests, count } = options;
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(requests, async request => {
      const { status } = await withoutFailure(api, request);
      answered += status === 200 ? 1 : 0;
    }),
    { numRuns: count, includeErrorInReport: true },
  );
  return answered;
}

/**
 * Reads the first two pages of lists, then asks each for pages behind cursors
 * that it did not give out: those may be answered or refused, but not fail.
 *
 * @param options.lists - paths that end with `?` or `&`; each has more than one
 * @returns how many cursors were refused, of each list the count
 * @throws Error when a list fails, or has no second page
 * @public
 */
export async function neverFailsOnCursors(options: {
  api: ApiUnderTest;
  lists: readonly string[];
}): Promise<number[]> {
  const { api, lists } = options;
  const refused: number[] = [];
  for (const list of lists) {
    const read = async (query: string) => {
      const path = `${list}${query}`;
      const { status, text } = await api.get(path).send();
      if (status !== 200) {
        throw new Error(`get ${path} answered ${status}: ${text}`);
      }
      return JSON.parse(text) as { pageInfo: { nextCursor?: string } };
    };
    const cursor = (await read('limit=1')).pageInfo.nextCursor;
    if (cursor === undefined) {
      throw new Error(`${list} has no second page of one, so no cursor`);
    }
    await read(`cursor=${cursor}`);
    let refusedHere = 0;
    await fc.assert(
      fc.asyncProperty(spoiltCursor(cursor), async spoilt => {
        const path = `${list}cursor=${spoilt}`;
        const { status } = await withoutFailure(api, { method: 'get', path });
        refusedHere += status === 400 ? 1 : 0;
      }),
      { numRuns: SPOILT_COUNT, includeErrorInReport: true },
    );
    refused.push(refusedHere);
  }
  return refused;
}

async function withoutFailure(api: ApiUnderTest, request: FuzzedRequest) {
  const { method, path, body } = request;
  const answer = await api[method](path).send(body as object | undefined);
  if (answer.status >= 500) {
    const sent = body === undefined ? '' : ` with ${JSON.stringify(body)}`;
    throw new Error(
      `${method} ${path}${sent} answered ${answer.status}: ${answer.text}`,
    );
  }
  return answer;
}

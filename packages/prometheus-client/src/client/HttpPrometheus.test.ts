import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { HttpPrometheus, type HttpPrometheusOptions } from './HttpPrometheus';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const BASE = 'http://prometheus.internal:9090/prefix';

function client(
  options: Partial<
    Pick<
      HttpPrometheusOptions,
      'timeoutSeconds' | 'graceSeconds' | 'parameters'
    >
  > = {},
) {
  return HttpPrometheus.create({
    name: 'main',
    baseUrl: BASE,
    headers: { authorization: 'Bearer secret', 'X-Scope-OrgID': 'shop' },
    timeoutSeconds: 30,
    maxResponseBytes: 100_000,
    ...options,
  });
}

const vector = (result: unknown[]) => ({
  status: 'success',
  data: { resultType: 'vector', result },
});

/** Answers `/api/v1/query` and hands the request's form over. */
function answering(
  respond: (form: URLSearchParams, request: Request) => Response,
  path: string = 'query',
) {
  server.use(
    http.post(`${BASE}/api/v1/${path}`, async ({ request }) =>
      respond(new URLSearchParams(await request.clone().text()), request),
    ),
  );
}

const ask = (options?: Parameters<typeof client>[0], signal?: AbortSignal) =>
  client(options).query({ query: 'up', time: 1_700_000_000, signal });

describe('HttpPrometheus', () => {
  it('posts an instant query and reads its series', async () => {
    let form = new URLSearchParams();
    let headers = new Headers();
    answering((sent, request) => {
      form = sent;
      headers = request.headers;
      return HttpResponse.json(
        vector([
          { metric: { __name__: 'up', a: 'b' }, value: [1_700_000_000, '1.5'] },
          { metric: {}, value: [1_700_000_000, '+Inf'] },
        ]),
      );
    });
    expect(await ask()).toEqual([
      {
        labels: { __name__: 'up', a: 'b' },
        points: [[1_700_000_000, 1.5]],
        isHistogram: false,
      },
      { labels: {}, points: [[1_700_000_000, Infinity]], isHistogram: false },
    ]);
    expect(Object.fromEntries(form)).toEqual({
      query: 'up',
      time: '1700000000',
      timeout: '30s',
      dedup: 'true',
      partial_response: 'false',
      deny_partial_response: '1',
      nocache: '1',
    });
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect(headers.get('x-scope-orgid')).toBe('shop');
  });

  it('pitfall 13: asks Thanos to deduplicate and never for a part of an answer', async () => {
    let form = new URLSearchParams();
    answering(sent => {
      form = sent;
      return HttpResponse.json(vector([]));
    });
    expect(await ask()).toEqual([]);
    expect(form.get('dedup')).toBe('true');
    expect(form.get('partial_response')).toBe('false');
  });

  it('pitfall 13: tells Thanos what app-config says, with both kinds of query', async () => {
    const forms: URLSearchParams[] = [];
    for (const path of ['query', 'query_range']) {
      answering(sent => {
        forms.push(sent);
        return HttpResponse.json(vector([]));
      }, path);
    }
    const parameters = {
      dedup: 'false',
      partial_response: 'true',
      max_source_resolution: '5m',
    };
    await ask({ parameters });
    await client({ parameters }).queryRange({
      query: 'up',
      start: 0,
      end: 600,
      step: 300,
    });
    expect(forms).toHaveLength(2);
    for (const form of forms) {
      expect(Object.fromEntries(form)).toMatchObject({
        ...parameters,
        nocache: '1',
      });
    }
  });

  it('posts a range query', async () => {
    let form = new URLSearchParams();
    answering(sent => {
      form = sent;
      return HttpResponse.json({
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [
            {
              metric: { a: 'b' },
              values: [
                [300, '1'],
                [600, 'NaN'],
              ],
            },
          ],
        },
      });
    }, 'query_range');
    const series = await client().queryRange({
      query: 'up',
      start: 300,
      end: 600,
      step: 300,
    });
    expect(series).toEqual([
      {
        labels: { a: 'b' },
        points: [
          [300, 1],
          [600, NaN],
        ],
        isHistogram: false,
      },
    ]);
    expect(form.get('start')).toBe('300');
    expect(form.get('end')).toBe('600');
    expect(form.get('step')).toBe('300');
  });

  it('pitfall 14: refuses an answer that is too large', async () => {
    answering(() => new HttpResponse('x'.repeat(100_001)));
    await expect(ask()).rejects.toMatchObject({
      name: 'QueryTooLargeError',
      message: 'The answer is larger than 100000 bytes',
    });
  });

  it('pitfall 14: does not follow a redirect', async () => {
    let followed = false;
    server.use(
      http.all('http://elsewhere.internal/*', () => {
        followed = true;
        return HttpResponse.json(vector([]));
      }),
    );
    answering(() => HttpResponse.redirect('http://elsewhere.internal/', 307));
    await expect(ask()).rejects.toThrow(
      'The source main answered with a redirect (307), which is not followed; set baseUrl',
    );
    expect(followed).toBe(false);
  });

  it.each([
    [500, undefined, 'answered with status 500', true],
    [503, 'overloaded', 'answered with status 503', true],
    [429, undefined, 'asks for fewer queries', true],
    [401, undefined, 'refused the credentials (401); check auth', false],
    [403, undefined, 'refused the credentials (403)', false],
    [404, 'page not found', 'has no Prometheus API under its baseUrl', false],
    [400, '<html>', 'answered with status 400', false],
    [200, '<html>', 'did not answer as a Prometheus API does', false],
    [200, '{"status":', 'did not answer as a Prometheus API does', false],
    [200, '{"status":"success"}', 'did not answer as a Prometheus API', false],
  ])(
    'takes status %d with body %s for the source’s failure',
    async (status, body, message, isTransient) => {
      answering(() => new HttpResponse(body, { status }));
      await expect(ask()).rejects.toMatchObject({
        name: 'ServiceUnavailableError',
        message: expect.stringContaining(message),
        isTransient,
      });
    },
  );

  it.each([
    [500, true, true],
    [502, true, true],
    [503, true, true],
    [504, false, true],
    [429, true, false],
    [401, false, false],
  ])(
    'tells of status %d whether asking again makes sense: %s, and whether the query may be at fault: %s',
    async (status, isTransient, mayBeTheQuery) => {
      answering(() => new HttpResponse('no', { status }));
      await expect(ask()).rejects.toMatchObject({ isTransient, mayBeTheQuery });
    },
  );

  it.each([
    [400, 'bad_data', 'parse error', 'QueryRefusedError'],
    [
      422,
      'execution',
      'many-to-many matching not allowed',
      'QueryRefusedError',
    ],
    [422, '422', 'cannot parse', 'QueryRefusedError'],
    [
      422,
      'execution',
      'query processing would load too many samples into memory',
      'QueryTooLargeError',
    ],
    [
      400,
      'bad_data',
      'exceeded maximum resolution of 11,000 points',
      'QueryTooLargeError',
    ],
    [
      400,
      'bad_data',
      'too long query; got 20000 bytes; mustn’t exceed `-search.maxQueryLen`',
      'QueryTooLargeError',
    ],
    [
      422,
      'execution',
      'the query exceeded the maximum number of series (limit: 100000 series)',
      'QueryTooLargeError',
    ],
    [422, 'execution', 'store: exceeded series limit', 'QueryTooLargeError'],
    [400, 'bad_data', 'unknown function "limit"', 'QueryRefusedError'],
    [413, 'bad_data', 'whatever', 'QueryTooLargeError'],
    [
      503,
      'timeout',
      'query timed out in expression evaluation',
      'QueryTimeoutError',
    ],
    [503, 'canceled', 'query was canceled', 'QueryTimeoutError'],
    [500, 'internal', 'rpc error', 'ServiceUnavailableError'],
  ])('takes %d %s "%s" for a %s', async (status, errorType, error, name) => {
    answering(() =>
      HttpResponse.json({ status: 'error', errorType, error }, { status }),
    );
    await expect(ask()).rejects.toMatchObject({ name });
  });

  it('pitfall 14: tells no address of the inner network', async () => {
    answering(() =>
      HttpResponse.json(
        {
          status: 'error',
          errorType: 'internal',
          error:
            'Post "http://store-0.thanos.svc:10901/x": dial tcp 10.1.2.3:10901: refused',
        },
        { status: 500 },
      ),
    );
    const error = await ask().catch(caught => caught);
    expect(error.message).toContain('<address>');
    expect(error.message).not.toMatch(/thanos|10\.1\.2\.3|10901|secret/);

    server.use(http.post(`${BASE}/api/v1/query`, () => HttpResponse.error()));
    const network = await ask().catch(caught => caught);
    expect(network.message).toMatch(/^The source main did not answer: /);
    expect(network.message).not.toContain('internal');
  });

  it('takes a shorter timeout for a query, never a longer one', async () => {
    const timeouts: Array<string | null> = [];
    answering(sent => {
      timeouts.push(sent.get('timeout'));
      return HttpResponse.json(vector([]));
    });
    for (const timeoutSeconds of [10, 90, undefined]) {
      await client().query({ query: 'up', time: 1, timeoutSeconds });
    }
    expect(timeouts).toEqual(['10s', '30s', '30s']);
  });

  it('gives a request up after the timeout', async () => {
    server.use(
      http.post(`${BASE}/api/v1/query`, async () => {
        await delay('infinite');
        return HttpResponse.json(vector([]));
      }),
    );
    await expect(
      ask({ timeoutSeconds: 0.05, graceSeconds: 0.05 }),
    ).rejects.toMatchObject({
      message: 'The source main did not answer: no answer came in time',
      isTransient: false,
      mayBeTheQuery: true,
    });
  });

  it('passes the caller’s abort on as it is', async () => {
    server.use(
      http.post(`${BASE}/api/v1/query`, async () => {
        await delay('infinite');
        return HttpResponse.json(vector([]));
      }),
    );
    const abort = new AbortController();
    const asked = ask({}, abort.signal);
    abort.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
  });

  it('reads the retention, where the server tells it', async () => {
    const path = `${BASE}/api/v1/status/runtimeinfo`;
    server.use(
      http.get(path, () =>
        HttpResponse.json({ data: { storageRetention: '15d or 10GiB' } }),
      ),
    );
    expect(await client().retentionSeconds({})).toBe(15 * 86_400);
    server.use(http.get(path, () => new HttpResponse('no', { status: 404 })));
    expect(await client().retentionSeconds({})).toBeUndefined();
  });
});

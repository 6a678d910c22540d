import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { OpenCostClient } from './OpenCostClient';

const baseUrl = 'http://opencost.example';
const server = setupServer();
const { signal } = new AbortController();
const client = OpenCostClient.create({
  name: 'cluster',
  baseUrl,
  headers: { authorization: 'Bearer secret' },
  timeoutSeconds: 120,
});
const day = '2026-11-17';

function answers(path: string, body: () => Response) {
  const asked: URL[] = [];
  server.use(
    http.get(`${baseUrl}/${path}`, ({ request }) => {
      asked.push(new URL(request.url));
      return body();
    }),
  );
  return asked;
}
const json = (data: unknown, status = 200) =>
  HttpResponse.json(data as {}, { status });
const ask = () =>
  client.allocations({ day, aggregate: ['node', 'label:app'], signal });

describe('OpenCostClient', () => {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('asks for one UTC day in the form that all versions know', async () => {
    const asked = answers('allocation/compute', () =>
      json({ code: 200, status: 'success', data: [{}] }),
    );
    await expect(ask()).resolves.toEqual(new Map());
    expect(Object.fromEntries(asked[0].searchParams)).toEqual({
      window: '2026-11-17T00:00:00Z,2026-11-18T00:00:00Z',
      step: '1d',
      accumulate: 'false',
      aggregate: 'node,label:app',
      includeIdle: 'true',
      idleByNode: 'true',
    });
  });

  it('reads numbers that are null, and fields that old servers do not have', async () => {
    answers('allocation/compute', () =>
      json({
        code: 200,
        data: [
          null,
          { 'n1/cart': { cpuCost: 1.5, ramCost: null, gpuCost: null } },
        ],
      }),
    );
    const [[key, row]] = [...(await ask())];
    expect(key).toBe('n1/cart');
    expect(row).toMatchObject({ cpuCost: 1.5, ramCost: 0, cpuCoreHours: 0 });
  });

  it('takes no data for none', async () => {
    answers('allocation/compute', () => json({ code: 200, data: null }));
    await expect(ask()).resolves.toEqual(new Map());
  });

  it.each([
    [
      'text with the type of JSON, and a second answer behind it',
      () =>
        new HttpResponse(
          `Invalid 'window' parameter: no\n{"code":200,"data":[]}`,
          { status: 400, headers: { 'content-type': 'application/json' } },
        ),
      /OpenCost cluster answered with 400: Invalid 'window'/,
    ],
    [
      'an error in the envelope',
      () => json({ code: 500, message: 'Error: prometheus at 10.1.2.3:9090' }),
      /answered with 500: Error: prometheus at <address>/,
    ],
    ['another program', () => json({ hello: 1 }), /something else than costs/],
    [
      'no JSON at all',
      () => HttpResponse.html('<html>Log in</html>'),
      /something else than costs; check cost.sources.cluster.baseUrl/,
    ],
    ['no such path', () => json({}, 404), /has no \/allocation\/compute/],
    [
      'the way to a log-in',
      () => new HttpResponse('', { status: 302, headers: { location: '/' } }),
      /answered with 302/,
    ],
    ['no connection', () => HttpResponse.error(), /did not answer/],
  ])('does not trust %s', async (_, body, message) => {
    answers('allocation/compute', body);
    await expect(ask()).rejects.toThrow(message);
  });

  it('gives up when it is told to', async () => {
    answers('allocation/compute', () => json({ code: 200, data: [] }));
    await expect(
      client.allocations({ day, aggregate: [], signal: AbortSignal.abort() }),
    ).rejects.toThrow(/abort/);
  });

  it('reads assets as one set or several, and lives without them', async () => {
    const node = {
      type: 'Node',
      properties: { name: 'n1', providerID: 'i-0abc' },
      cpuCost: 3,
      ramCost: 1,
    };
    answers('assets', () => json({ code: 200, data: { a: node } }));
    await expect(client.assets({ day, signal })).resolves.toEqual([
      expect.objectContaining({ type: 'Node', cpuCost: 3, gpuCost: 0 }),
    ]);
    answers('assets', () => json({ code: 200, data: [{ a: node }] }));
    await expect(client.assets({ day, signal })).resolves.toHaveLength(1);
    answers('assets', () => json({}, 404));
    await expect(client.assets({ day, signal })).resolves.toEqual([]);
    answers('assets', () => json({}, 503));
    await expect(client.assets({ day, signal })).rejects.toThrow('503');
  });
});

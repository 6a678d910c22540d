import { ResponseError } from '@backstage/errors';
import { StabilityClient } from './StabilityClient';

interface Sent {
  url: URL;
  init: RequestInit;
}

/** A client whose requests are written down and answered with `answer`. */
function clientOf(answer: { status?: number; body?: unknown } = {}) {
  const { status = 200, body = { items: [] } } = answer;
  const requests: Sent[] = [];
  const plugins: string[] = [];
  const client = new StabilityClient({
    discoveryApi: {
      async getBaseUrl(pluginId) {
        plugins.push(pluginId);
        return 'https://portal.example.com/api/stability';
      },
    },
    fetchApi: {
      async fetch(input, init) {
        requests.push({ url: new URL(String(input)), init: init ?? {} });
        return new Response(
          typeof body === 'string' ? body : JSON.stringify(body),
          { status, headers: { 'Content-Type': 'application/json' } },
        );
      },
    },
  });
  return { client, requests, plugins };
}

const rule = {
  when: [{ type: 'repository' as const, pattern: 'shop/*' }],
  entityRef: 'component:default/checkout',
};

describe('StabilityClient', () => {
  it('asks the stability plugin and gives back what it answers', async () => {
    const { client, plugins } = clientOf({ body: { totalItems: 7 } });
    await expect(client.listDeployments({})).resolves.toEqual({
      totalItems: 7,
    });
    expect(plugins).toEqual(['stability']);
  });

  it.each<[string, (client: StabilityClient) => Promise<unknown>, string]>([
    [
      'getMetrics',
      c => c.getMetrics({ entityRef: 'a' }),
      'GET /metrics?entityRef=a',
    ],
    [
      'explainMetric',
      c => c.explainMetric({ entityRef: 'a', metric: 'rework-rate' }),
      'GET /explain?entityRef=a&metric=rework-rate',
    ],
    [
      'listDeployments',
      c => c.listDeployments({ verdict: ['failed', 'clean'], limit: 5 }),
      'GET /deployments?verdict=failed&verdict=clean&limit=5',
    ],
    ['getDeployment', c => c.getDeployment('d1'), 'GET /deployments/d1'],
    [
      'correctVerdict',
      c => c.correctVerdict('d1', { verdict: 'clean', reason: 'r' }),
      'PATCH /deployments/d1/verdict {"verdict":"clean","reason":"r"}',
    ],
    [
      'undoVerdict',
      c => c.undoVerdict('d1', { reason: 'r' }),
      'DELETE /deployments/d1/verdict {"reason":"r"}',
    ],
    [
      'listIncidents',
      c => c.listIncidents({ open: true }),
      'GET /incidents?open=true',
    ],
    ['getIncident', c => c.getIncident('i1'), 'GET /incidents/i1'],
    [
      'correctCause',
      c => c.correctCause('i1', { reason: 'r' }),
      'PATCH /incidents/i1/cause {"reason":"r"}',
    ],
    [
      'undoCause',
      c => c.undoCause('i1', { reason: 'r' }),
      'DELETE /incidents/i1/cause {"reason":"r"}',
    ],
    ['getReview', c => c.getReview('i1'), 'GET /incidents/i1/review'],
    [
      'listServices',
      c => c.listServices({ window: 90 }),
      'GET /services?window=90',
    ],
    ['getSummary', c => c.getSummary({ since: 'x' }), 'GET /summary?since=x'],
    ['listEnvironments', c => c.listEnvironments(), 'GET /environments'],
    ['listInbox', c => c.listInbox({ state: 'dead' }), 'GET /inbox?state=dead'],
    ['getInboxItem', c => c.getInboxItem('x1'), 'GET /inbox/x1'],
    ['replay', c => c.replay('x1'), 'POST /inbox/x1/replay'],
    ['listRules', c => c.listRules(), 'GET /inbox/rules'],
    [
      'previewRule',
      c => c.previewRule(rule),
      `POST /inbox/rules?dryRun=true ${JSON.stringify(rule)}`,
    ],
    [
      'addRule',
      c => c.addRule(rule),
      `POST /inbox/rules ${JSON.stringify(rule)}`,
    ],
    ['removeRule', c => c.removeRule('r1'), 'DELETE /inbox/rules/r1'],
  ])('%s asks in its own way', async (_, call, expected) => {
    const { client, requests } = clientOf();
    await call(client);
    const [{ url, init }] = requests;
    const path = url.pathname.replace('/api/stability', '');
    const body = init.body === undefined ? '' : ` ${init.body}`;
    expect(`${init.method ?? 'GET'} ${path}${url.search}${body}`).toBe(
      expected,
    );
    expect(new Headers(init.headers).get('Content-Type')).toBe(
      init.body === undefined ? null : 'application/json',
    );
  });

  it('gives a review as text', async () => {
    const { client } = clientOf({ body: '# INC-482' });
    await expect(client.getReview('i1')).resolves.toBe('# INC-482');
  });

  it('leaves out what is not set and escapes what would change the path', async () => {
    const { client, requests } = clientOf();
    await client.listInbox({ state: undefined, source: 'a & b' });
    await client.getDeployment('../a?b#c');
    expect([...requests[0].url.searchParams]).toEqual([['source', 'a & b']]);
    expect(requests[1].url.pathname).toBe(
      '/api/stability/deployments/..%2Fa%3Fb%23c',
    );
  });

  it('signs with a token when a backend gives one, and passes the signal on', async () => {
    const { client, requests } = clientOf();
    const { signal } = new AbortController();
    await client.listRules({ token: 'secret', signal });
    await client.listRules();
    expect(new Headers(requests[0].init.headers).get('Authorization')).toBe(
      'Bearer secret',
    );
    expect(requests[0].init.signal).toBe(signal);
    expect(new Headers(requests[1].init.headers).has('Authorization')).toBe(
      false,
    );
  });

  it.each<[string, (client: StabilityClient) => Promise<unknown>]>([
    ['a list', c => c.listDeployments({})],
    ['a review', c => c.getReview('i1')],
    ['a removal', c => c.removeRule('r1')],
  ])(
    'throws a ResponseError with what the backend said to %s',
    async (_, call) => {
      const { client } = clientOf({
        status: 403,
        body: {
          error: { name: 'NotAllowedError', message: 'Not yours' },
          response: { statusCode: 403 },
        },
      });
      const failure = await call(client).catch(error => error);
      expect(failure).toBeInstanceOf(ResponseError);
      expect(failure).toMatchObject({
        statusCode: 403,
        cause: { name: 'NotAllowedError', message: 'Not yours' },
      });
    },
  );
});

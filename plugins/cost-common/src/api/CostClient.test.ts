import { CostClient } from './CostClient';

/** A client whose requests are written down and answered with `answer`. */
function clientOf(answer: { status?: number; body?: unknown } = {}) {
  const { status = 200, body = { items: [] } } = answer;
  const requests: Array<{ url: URL; init: RequestInit }> = [];
  const plugins: string[] = [];
  const client = new CostClient({
    discoveryApi: {
      async getBaseUrl(pluginId) {
        plugins.push(pluginId);
        return 'https://portal.example.com/api/cost';
      },
    },
    fetchApi: {
      async fetch(input, init) {
        requests.push({ url: new URL(String(input)), init: init ?? {} });
        return new Response(
          status === 204 || typeof body === 'string'
            ? (body as string | null)
            : JSON.stringify(body),
          { status, headers: { 'Content-Type': 'application/json' } },
        );
      },
    },
  });
  return { client, requests, plugins };
}

const ref = 'component:shop/checkout';
const service = '/services/component/shop/checkout';

describe('CostClient', () => {
  it('asks the cost plugin and gives back what it answers', async () => {
    const { client, plugins } = clientOf({ body: { totalItems: 7 } });
    await expect(client.listServices({})).resolves.toEqual({ totalItems: 7 });
    expect(plugins).toEqual(['cost']);
  });

  it.each<[string, (client: CostClient) => Promise<unknown>, string]>([
    [
      'getServiceCost',
      c => c.getServiceCost(ref, { from: '2026-11-01', metric: 'billed' }),
      `GET ${service}?from=2026-11-01&metric=billed`,
    ],
    [
      'listDeploymentCosts',
      c => c.listDeploymentCosts(ref, {}),
      `GET ${service}/deployments`,
    ],
    [
      'explain',
      c => c.explain(ref, { figure: 'unitCost:requests' }),
      `GET ${service}/explain?figure=unitCost%3Arequests`,
    ],
    [
      'listServices',
      c => c.listServices({ q: 'a b', limit: 25, owner: undefined }),
      'GET /services?q=a+b&limit=25',
    ],
    ['getOverview', c => c.getOverview({}), 'GET /overview'],
    [
      'explainOverview',
      c => c.explainOverview({ figure: 'on-services', metric: 'billed' }),
      'GET /overview/explain?figure=on-services&metric=billed',
    ],
    [
      'listSavings',
      c => c.listSavings({ entityRef: ref }),
      'GET /savings?entityRef=component%3Ashop%2Fcheckout',
    ],
    [
      'markSavingApplied',
      c => c.markSavingApplied('a/b'),
      'POST /savings/a%2Fb/applied',
    ],
    [
      'listAnomalies',
      c => c.listAnomalies({ limit: 5 }),
      'GET /anomalies?limit=5',
    ],
    [
      'listUnmapped',
      c => c.listUnmapped({ cursor: 'x' }),
      'GET /unmapped?cursor=x',
    ],
    [
      'previewMapping',
      c => c.previewMapping({ match: { product: 'S3' }, entityRef: ref }),
      `POST /unmapped/preview {"match":{"product":"S3"},"entityRef":"${ref}"}`,
    ],
    ['getDataQuality', c => c.getDataQuality(), 'GET /quality'],
    [
      'listRestatements',
      c => c.listRestatements({ metric: 'billed' }),
      'GET /restatements?metric=billed',
    ],
    [
      'setBudget',
      c => c.setBudget(ref, { amount: '800', currency: 'USD' }),
      `PUT ${service}/budget {"amount":"800","currency":"USD"}`,
    ],
    [
      'estimate',
      c => c.estimate({ set: 'fastapi-redis' }),
      'POST /estimate {"set":"fastapi-redis"}',
    ],
    [
      'getSummary',
      c => c.getSummary({ since: '2026-11-01T00:00:00Z' }),
      'GET /summary?since=2026-11-01T00%3A00%3A00Z',
    ],
  ])('%s', async (_, ask, expected) => {
    const { client, requests } = clientOf();
    await ask(client);
    const [{ url, init }] = requests;
    expect(
      [
        init.method ?? 'GET',
        url.pathname.replace('/api/cost', '') + url.search,
        ...(init.body ? [init.body] : []),
      ].join(' '),
    ).toBe(expected);
  });

  it('removes a budget without an answer', async () => {
    const { client, requests } = clientOf({ status: 204, body: null });
    await expect(client.removeBudget(ref)).resolves.toBeUndefined();
    expect(requests[0].init.method).toBe('DELETE');
  });

  it('gives an export as the text that it is', async () => {
    const { client, requests } = clientOf({ body: 'a,b\r\n1,2\r\n' });
    await expect(client.exportSplit({ month: '2026-10-01' })).resolves.toBe(
      'a,b\r\n1,2\r\n',
    );
    expect(requests[0].url.search).toBe('?month=2026-10-01');
  });

  it('signs with the token of the call and can be called off', async () => {
    const { client, requests } = clientOf();
    const { signal } = new AbortController();
    await client.getOverview({}, { token: 't', signal });
    expect(requests[0].init.headers).toEqual({ Authorization: 'Bearer t' });
    expect(requests[0].init.signal).toBe(signal);
  });

  it('throws what the backend says', async () => {
    const error = { name: 'NotAllowedError', message: 'no' };
    const { client } = clientOf({ status: 403, body: { error } });
    await expect(client.getOverview({})).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });

  it('refuses what is no entity ref', async () => {
    const { client, requests } = clientOf();
    await expect(client.getServiceCost('checkout', {})).rejects.toThrow(
      /had missing or empty kind/,
    );
    expect(requests).toEqual([]);
  });
});

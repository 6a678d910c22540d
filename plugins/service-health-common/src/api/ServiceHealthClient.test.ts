import { ServiceHealthClient } from './ServiceHealthClient';

/** A client whose requests are written down and answered alike. */
function clientOf(answer: { status?: number; body?: string } = {}) {
  const { status = 200, body = '{"items":[]}' } = answer;
  const sent: Array<{ url: string; init: RequestInit }> = [];
  const client = new ServiceHealthClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal/api/${pluginId}`,
    },
    fetchApi: {
      fetch: async (url, init = {}) => {
        sent.push({ url: String(url), init });
        return new Response(body, {
          status,
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
  });
  return { client, sent, urls: () => sent.map(({ url }) => url) };
}

const BASE = 'http://portal/api/service-health';

describe('ServiceHealthClient', () => {
  it('asks for what the document names', async () => {
    const { client, urls } = clientOf();
    await client.listServices({});
    await client.listServices({
      sort: 'budget',
      state: ['burning', 'exhausted'],
      q: 'a&b',
      limit: 25,
      cursor: undefined,
    });
    await client.getStrip();
    await client.exportServices({ owner: 'group:default/web' });
    await client.getOverview('component:default/checkout');
    await client.getImpact('a/b');
    expect(urls()).toEqual([
      `${BASE}/services`,
      `${BASE}/services?sort=budget&state=burning&state=exhausted&q=a%26b&limit=25`,
      `${BASE}/services/strip`,
      `${BASE}/services.csv?owner=group%3Adefault%2Fweb`,
      `${BASE}/services/component/default/checkout`,
      `${BASE}/deployments/a%2Fb/impact`,
    ]);
  });

  it('signs where it is given a token', async () => {
    const { client, sent } = clientOf();
    const { signal } = new AbortController();
    await client.getStrip({ token: 'secret', signal });
    await client.getStrip();
    expect(sent[0].init).toEqual({
      headers: { Authorization: 'Bearer secret' },
      signal,
    });
    expect(sent[1].init.headers).toEqual({});
  });

  it('throws what the backend refuses', async () => {
    const { client } = clientOf({ status: 404, body: '{}' });
    const refusal = { name: 'ResponseError', statusCode: 404 };
    await expect(client.getImpact('x')).rejects.toMatchObject(refusal);
    await expect(client.exportServices({})).rejects.toMatchObject(refusal);
  });
});

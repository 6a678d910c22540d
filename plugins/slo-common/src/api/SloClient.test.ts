import { ResponseError } from '@backstage/errors';
import { SloClient } from './SloClient';

const key = { ref: 'slo:shop/checkout', objective: 'requests-served' };

/** A client whose requests are written down and answered with `answer`. */
function clientOf(answer: { status?: number; body?: unknown } = {}) {
  const { status = 200, body = { items: [] } } = answer;
  const requests: Array<{ url: URL; init: RequestInit }> = [];
  const plugins: string[] = [];
  const client = new SloClient({
    discoveryApi: {
      async getBaseUrl(pluginId) {
        plugins.push(pluginId);
        return 'https://portal.example.com/api/slo';
      },
    },
    fetchApi: {
      async fetch(input, init) {
        requests.push({ url: new URL(String(input)), init: init ?? {} });
        return new Response(JSON.stringify(body), {
          status,
          headers: { 'Content-Type': 'application/json' },
        });
      },
    },
  });
  return { client, requests, plugins };
}

describe('SloClient', () => {
  it('asks the slo plugin and gives back what it answers', async () => {
    const { client, requests, plugins } = clientOf({ body: { totalItems: 7 } });
    await expect(client.listObjectives({})).resolves.toEqual({ totalItems: 7 });
    expect(plugins).toEqual(['slo']);
    expect(requests.map(({ url }) => url.href)).toEqual([
      'https://portal.example.com/api/slo/objectives',
    ]);
  });

  it('passes filters on, each state of several, and leaves out what is not set', async () => {
    const { client, requests } = clientOf();
    await client.listObjectives({
      entityRef: 'component:shop/checkout',
      owner: undefined,
      state: ['burning', 'exhausted'],
      q: 'a & b',
      sort: '-budget',
      limit: 5,
      cursor: 'c=1',
    });
    const [{ url }] = requests;
    expect([...url.searchParams]).toEqual([
      ['entityRef', 'component:shop/checkout'],
      ['state', 'burning'],
      ['state', 'exhausted'],
      ['q', 'a & b'],
      ['sort', '-budget'],
      ['limit', '5'],
      ['cursor', 'c=1'],
    ]);
    await client.listObjectives({ state: 'ok' });
    expect(requests[1].url.search).toBe('?state=ok');
  });

  it('finds an objective by namespace, name and objective', async () => {
    const { client, requests } = clientOf();
    await client.getObjective(key);
    await client.explainObjective(key);
    await client.getHistory(key, {
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
      step: 900,
      view: 'calendar',
    });
    const path = '/api/slo/objectives/shop/checkout/requests-served';
    expect(requests.map(({ url }) => url.pathname)).toEqual([
      path,
      `${path}/explain`,
      `${path}/history`,
    ]);
    expect(requests[0].url.search).toBe('');
    expect(Object.fromEntries(requests[2].url.searchParams)).toEqual({
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
      step: '900',
      view: 'calendar',
    });
  });

  it('escapes what would change the path', async () => {
    const { client, requests } = clientOf();
    await client.getObjective({ ...key, objective: '../a?b#c' });
    expect(requests[0].url.pathname).toBe(
      '/api/slo/objectives/shop/checkout/..%2Fa%3Fb%23c',
    );
  });

  it('asks for volumes and summaries', async () => {
    const { client, requests } = clientOf();
    await client.getVolume({
      entityRef: 'component:default/cart',
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-02T00:00:00Z',
      timeZone: 'Europe/Warsaw',
    });
    await client.getSummary({ since: '2026-11-01T00:00:00Z', limit: 10 });
    expect(requests[0].url.pathname).toBe('/api/slo/volume');
    expect(requests[0].url.searchParams.get('timeZone')).toBe('Europe/Warsaw');
    expect(requests[1].url.pathname).toBe('/api/slo/summary');
    expect(requests[1].url.searchParams.get('limit')).toBe('10');
  });

  it('asks for rules, and takes them as they are', async () => {
    const { client, requests } = clientOf({ body: 'groups' });
    await expect(
      client.getRules({
        entityRef: 'component:default/cart',
        part: 'objectives',
        format: 'prometheusrule',
        source: 'mimir',
      }),
    ).resolves.toBe('"groups"');
    await client.generateRules('kind: SLO', { part: 'fleet' });
    expect(requests.map(({ url }) => url.pathname + url.search)).toEqual([
      '/api/slo/rules?entityRef=component%3Adefault%2Fcart&part=objectives&format=prometheusrule&source=mimir',
      '/api/slo/rules?part=fleet',
    ]);
    expect(requests.map(({ init }) => init)).toEqual([
      {},
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/yaml' },
        body: 'kind: SLO',
      },
    ]);
  });

  it('asks for roll-ups', async () => {
    const { client, requests } = clientOf();
    await client.getRollup({ entityRef: 'system:default/shop', limit: 3 });
    await client.getMyRollup({ each: 'service' });
    expect(requests.map(({ url }) => url.pathname + url.search)).toEqual([
      '/api/slo/rollup?entityRef=system%3Adefault%2Fshop&limit=3',
      '/api/slo/rollup/mine?each=service',
    ]);
  });

  it('tries targets of an objective, and of a document', async () => {
    const { client, requests } = clientOf();
    await client.simulateObjective(
      { ref: 'slo:default/a', objective: 'served' },
      { targets: [0.999, 0.9995], days: 7 },
    );
    await client.simulateDocument(
      { text: 'kind: SLO', targets: [0.9], objective: 'a b' },
      { token: 'secret' },
    );
    expect(requests.map(({ url }) => url.pathname + url.search)).toEqual([
      '/api/slo/objectives/default/a/served/simulate?target=0.999&target=0.9995&days=7',
      '/api/slo/simulate?target=0.9&objective=a+b',
    ]);
    expect(requests[1].init).toMatchObject({
      method: 'POST',
      body: 'kind: SLO',
      headers: {
        'Content-Type': 'application/yaml',
        Authorization: 'Bearer secret',
      },
    });
  });

  it('sends documents as YAML, and asks the doctor and the gate by service', async () => {
    const { client, requests } = clientOf();
    await client.checkDocuments('kind: SLO', { token: 'secret' });
    await client.checkEntity('component:default/cart');
    await client.askGate('component:default/cart');
    await client.listGateDecisions({ entityRef: 'component:default/cart' });
    const [posted, ...asked] = requests;
    expect(posted.url.href).toBe('https://portal.example.com/api/slo/check');
    expect(posted.init).toEqual({
      method: 'POST',
      body: 'kind: SLO',
      headers: {
        'Content-Type': 'application/yaml',
        Authorization: 'Bearer secret',
      },
    });
    expect(asked.map(({ url }) => url.pathname)).toEqual([
      '/api/slo/check',
      '/api/slo/gate',
      '/api/slo/gate/decisions',
    ]);
    for (const { url, init } of asked) {
      expect(url.searchParams.get('entityRef')).toBe('component:default/cart');
      expect(init.headers).toBeUndefined();
    }
  });

  it('sends corrections and their undo as JSON', async () => {
    const { client, requests } = clientOf();
    const request = {
      entityRef: 'component:default/cart',
      from: '2026-11-01T00:00:00Z',
      to: '2026-11-01T01:00:00Z',
      reason: 'The database moved',
    };
    await client.createCorrection(request, { token: 'secret' });
    await client.undoCorrection('a/b', { reason: 'It did not move' });
    await client.listCorrections({ ...key, limit: 5 });
    expect(requests.map(({ url }) => url.pathname)).toEqual([
      '/api/slo/corrections',
      '/api/slo/corrections/a%2Fb/undo',
      '/api/slo/corrections',
    ]);
    expect(requests[0].init).toEqual({
      method: 'POST',
      body: JSON.stringify(request),
      headers: {
        'Content-Type': 'application/json',
        Authorization: 'Bearer secret',
      },
    });
    expect(requests[1].init.body).toBe('{"reason":"It did not move"}');
    expect(Object.fromEntries(requests[2].url.searchParams)).toEqual({
      ref: 'slo:shop/checkout',
      objective: 'requests-served',
      limit: '5',
    });
  });

  it('signs with a token when a backend gives one, and passes the signal on', async () => {
    const { client, requests } = clientOf();
    const { signal } = new AbortController();
    await client.listObjectives({}, { token: 'secret', signal });
    await client.listObjectives({});
    expect(requests[0].init).toEqual({
      headers: { Authorization: 'Bearer secret' },
      signal,
    });
    expect(requests[1].init.headers).toBeUndefined();
  });

  it('throws a ResponseError with what the backend said', async () => {
    const { client } = clientOf({
      status: 404,
      body: {
        error: { name: 'NotFoundError', message: 'No such objective' },
        response: { statusCode: 404 },
      },
    });
    const failure = await client.getObjective(key).catch(error => error);
    expect(failure).toBeInstanceOf(ResponseError);
    expect(failure).toMatchObject({
      statusCode: 404,
      cause: { name: 'NotFoundError', message: 'No such objective' },
    });
  });

  it('refuses a ref that cannot be read before it asks', async () => {
    const { client, requests } = clientOf();
    await expect(
      client.getObjective({ ref: 'checkout', objective: 'a' }),
    ).rejects.toThrow(/checkout/);
    expect(requests).toEqual([]);
  });
});

import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createPrometheusSourceFactory } from './createPrometheusSourceFactory';
import { failureRatio, objective, ratio } from './__fixtures__/objectives';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const BASE = 'http://prometheus.internal:9090';
const HOUR = 1_768_003_200;

const source = () =>
  createPrometheusSourceFactory().create({
    name: 'main',
    config: new ConfigReader({
      baseUrl: BASE,
      auth: { type: 'bearer', token: 't' },
      // tests of their own tell how recorded series are read
      recordedRules: 'off',
    }),
  });

const unreadable = objective({
  indicator: ratio({ bad: 'sum(', total: 'sum(rate(x[5m]))' }),
});

/** Answers every query with one value for the service `a`. */
function answering(value: string) {
  const queries: string[] = [];
  server.use(
    http.post(`${BASE}/api/v1/query`, async ({ request }) => {
      const form = new URLSearchParams(await request.text());
      const query = form.get('query')!;
      if (/plimsoll_probe|vector\(time/.test(query)) {
        return HttpResponse.json({
          status: 'success',
          data: { resultType: 'vector', result: [] },
        });
      }
      queries.push(query);
      const at = Number(form.get('time'));
      const part = (number: string) => ({
        metric: { plimsoll_part: number },
        value: [at, value],
      });
      return HttpResponse.json({
        status: 'success',
        data: { resultType: 'vector', result: [part('0'), part('2')] },
      });
    }),
  );
  return queries;
}

describe('createPrometheusSourceFactory', () => {
  it('makes sources of type prometheus', () => {
    expect(createPrometheusSourceFactory().type).toBe('prometheus');
    expect(source().demo).toBeUndefined();
  });

  it('refuses an entry that cannot be used', () => {
    expect(() =>
      createPrometheusSourceFactory().create({
        name: 'main',
        config: new ConfigReader({ baseUrl: 'ftp://x' }),
      }),
    ).toThrow('slo.sources.main.baseUrl');
  });
});

describe('PrometheusSource', () => {
  const request = { from: HOUR, to: HOUR + 120, step: 300 };

  it('validates without asking the server', () => {
    expect(
      source().validate(objective({ indicator: failureRatio('a') })),
    ).toEqual([]);
    expect(
      source()
        .validate(unreadable)
        .map(({ path }) => path),
    ).toEqual([
      'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
      'spec.indicator.spec.ratioMetric.total.metricSource.spec.query',
    ]);
    expect(source().explain?.(unreadable)).toEqual([]);
  });

  it('answers in the order of the request, faults beside readings', async () => {
    const queries = answering('4');
    const result = await source().readBuckets({
      ...request,
      objectives: [unreadable, objective({ indicator: failureRatio('a') })],
    });
    expect(result.readings).toEqual([
      {
        buckets: [],
        faults: source().validate(unreadable),
        inconsistent: false,
      },
      {
        buckets: [
          { start: HOUR, seconds: 120, bad: 4, total: 4, coveredSeconds: 120 },
        ],
        faults: [],
        inconsistent: false,
        nonFinite: false,
      },
    ]);
    expect(result.queries).toBe(1);
    expect(queries).toHaveLength(1);
    expect(result.durationMs).toBeGreaterThan(0);
  });

  it('asks once for what several objectives share', async () => {
    const queries = answering('4');
    await source().readBuckets({
      ...request,
      objectives: [0.9, 0.99, 0.999].map(target =>
        objective({ indicator: failureRatio('a'), target }),
      ),
    });
    expect(queries).toHaveLength(1);
    expect(queries[0].match(/label_replace\(/g)).toHaveLength(4);
  });

  it('does not ask when there is nothing to read', async () => {
    expect(
      await source().readBuckets({ ...request, objectives: [unreadable] }),
    ).toMatchObject({ queries: 0, readings: [{ buckets: [] }] });
    expect(
      await source().readBuckets({
        ...request,
        to: HOUR + 10,
        objectives: [objective({ indicator: failureRatio('a') })],
      }),
    ).toMatchObject({ queries: 0, readings: [{ buckets: [], faults: [] }] });
  });

  it('throws when the server refuses the credentials', async () => {
    server.use(
      http.post(
        `${BASE}/api/v1/query`,
        () => new HttpResponse(null, { status: 401 }),
      ),
    );
    await expect(
      source().readBuckets({
        ...request,
        objectives: [objective({ indicator: failureRatio('a') })],
      }),
    ).rejects.toThrow('The source main refused the credentials (401)');
  });

  it('stops when the caller does', async () => {
    answering('4');
    await expect(
      source().readBuckets({
        ...request,
        objectives: [objective({ indicator: failureRatio('a') })],
        signal: AbortSignal.abort(new Error('enough')),
      }),
    ).rejects.toThrow('enough');
  });

  it('pitfall 8: knows the oldest sample from the retention', async () => {
    const retention = (body: object, status: number = 200) =>
      server.use(
        http.get(`${BASE}/api/v1/status/runtimeinfo`, () =>
          HttpResponse.json(body, { status }),
        ),
      );
    retention({ data: { storageRetention: '15d' } });
    const oldest = await source().oldestSample?.();
    expect(oldest).toBeGreaterThan(Date.now() / 1_000 - 15 * 86_400 - 60);
    expect(oldest).toBeLessThanOrEqual(Date.now() / 1_000 - 15 * 86_400);
    retention({}, 404);
    expect(await source().oldestSample?.()).toBeUndefined();
  });

  describe('when the server fails over some queries', () => {
    const services = Array.from({ length: 40 }, (_, i) => `service-${i}-`);
    const objectives = services.map(service =>
      objective({ indicator: failureRatio(service) }),
    );

    /** Answers nothing for most, as an ingress does for what `fails`. */
    function failing(status: number, fails: (query: string) => boolean) {
      const queries: string[] = [];
      server.use(
        http.post(`${BASE}/api/v1/:path`, async ({ request: asked }) => {
          const query = new URLSearchParams(await asked.text()).get('query')!;
          queries.push(query);
          return fails(query)
            ? new HttpResponse('upstream timed out', { status })
            : HttpResponse.json({
                status: 'success',
                data: { resultType: 'vector', result: [] },
              });
        }),
      );
      return queries;
    }

    it.each([504, 500])(
      'a query that an ingress gives up with %i spoils no other',
      async status => {
        const heavy = objectives[13].indicator;
        failing(status, query => query.includes('service-13-'));

        const { readings } = await source().readBuckets({
          ...request,
          objectives,
        });

        expect(
          readings.flatMap(({ faults }, index) =>
            faults.length > 0 ? [objectives[index].indicator] : [],
          ),
        ).toEqual([heavy]);
        expect(readings[13].faults[0].message).toContain(
          `answered with status ${status}`,
        );
      },
    );

    it('blames the source where it fails over every query', async () => {
      const queries = failing(504, () => true);

      await expect(
        source().readBuckets({ ...request, objectives }),
      ).rejects.toThrow('The source main answered with status 504');
      expect(
        queries.filter(query => query.includes('http_requests')),
      ).toHaveLength(1);
      expect(queries.at(-1)).toBe('vector(1)');
    });

    it('what fails for history changes nothing for the newest numbers', async () => {
      const own = source();
      const [old] = objectives;
      failing(503, () => true);
      for (let reading = 1; reading <= 6; reading += 1) {
        await expect(
          own.readBuckets({
            ...request,
            to: HOUR + 86_400,
            objectives: [old],
            purpose: 'history',
          }),
        ).rejects.toThrow(/status 503|left alone/);
      }
      answering('4');

      const { readings } = await own.readBuckets({
        ...request,
        objectives: [old],
      });
      expect(readings[0].faults).toEqual([]);
    });

    it('remembers for the newest numbers what they were refused, never for history', async () => {
      const own = source();
      const read = (purpose: 'newest' | 'history') =>
        own.readBuckets({ ...request, objectives: [objectives[0]], purpose });
      server.use(
        http.post(`${BASE}/api/v1/query`, () =>
          HttpResponse.json(
            {
              status: 'error',
              errorType: 'bad_data',
              error: 'too many samples',
            },
            { status: 422 },
          ),
        ),
      );
      const first = await read('history');
      expect(first.readings[0].faults).not.toEqual([]);
      const again = await read('history');
      expect(again.queries).toBe(first.queries);

      const newest = await read('newest');
      expect(newest.queries).toBe(first.queries);
      expect((await read('newest')).queries).toBe(0);
    });
  });
});

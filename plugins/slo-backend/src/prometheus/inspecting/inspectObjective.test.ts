import {
  QueryTimeoutError,
  SourceUnavailableError,
  type InstantQuery,
  type PrometheusApi,
  type RangeQuery,
  type Series,
} from '@plimsoll/prometheus-client';
import { parsePromql, childrenOf, readSelector } from '@plimsoll/promql';
import { failureRatio, objective, ratio } from '../__fixtures__/objectives';
import { PrometheusSource } from '../PrometheusSource';

const AT = 1_768_003_200;

/** A server that answers one number to everything, and remembers. */
function serverOf(
  answer: (query: string) => Series[] = () => [
    { labels: {}, points: [[AT, 1]], isHistogram: false },
  ],
) {
  const queries: Array<InstantQuery | RangeQuery> = [];
  const record = async (request: InstantQuery | RangeQuery) => {
    queries.push(request);
    return answer(request.query);
  };
  const api: PrometheusApi = {
    query: record,
    queryRange: record,
    retentionSeconds: async () => 86_400,
  };
  return { api, queries };
}

function inspect(
  indicator: ReturnType<typeof ratio>,
  options: {
    api: PrometheusApi;
    enforcedMatchers?: Record<string, string>;
    signal?: AbortSignal;
  },
) {
  const { api, enforcedMatchers = {}, signal } = options;
  return PrometheusSource.create({
    api,
    historyApi: api,
    scrapeSeconds: 60,
    enforcedMatchers,
  }).inspect({ objective: objective({ indicator }), at: AT, signal });
}

/** Every selector of a query, as the server would read it. */
function selectorsOf(query: string) {
  const { text, root } = parsePromql(query);
  const found: ReturnType<typeof readSelector>[] = [];
  const visit = (node: typeof root) => {
    if (node.name === 'VectorSelector') {
      found.push(readSelector(text, node));
    }
    childrenOf(node).forEach(visit);
  };
  visit(root);
  return found;
}

describe('inspectObjective', () => {
  it('puts what the source enforces into every selector of every question', async () => {
    const { api, queries } = serverOf(() => []);
    await inspect(
      ratio({
        bad: 'sum(rate({__name__="errors_total",code="5\\"}or up{"}[{{.window}}]))',
        total:
          'sum(rate(a_bucket{le="0.5",team!="x"}[{{.window}}])) + sum(rate(b[{{.window}}]))',
      }),
      { api, enforcedMatchers: { tenant: 'shop' } },
    );
    expect(queries.length).toBeGreaterThanOrEqual(9);
    for (const { query } of queries) {
      const selectors = selectorsOf(query);
      expect(selectors.length).toBeGreaterThan(0);
      for (const { matchers } of selectors) {
        expect(matchers.filter(({ label }) => label === 'tenant')).toEqual([
          { label: 'tenant', operator: '=', value: 'shop' },
        ]);
      }
    }
  });

  it('asks nothing of a document that speaks of another tenant', async () => {
    const { api, queries } = serverOf();
    const { queries: inspected } = await inspect(
      ratio({ bad: 'errors{tenant="rival"}', total: 'total' }),
      { api, enforcedMatchers: { tenant: 'shop' } },
    );
    expect(inspected).toEqual([]);
    expect(queries).toEqual([]);
  });

  it('asks a bounded number of questions with a short end to the wait', async () => {
    const { api, queries } = serverOf(() => []);
    const many = Array.from(
      { length: 50 },
      (_, index) =>
        `sum(rate(m${index}{a="1",b="2",c="3",d="4",e="5",f="6",g="7"}[{{.window}}]))`,
    ).join(' + ');
    const { unanswered } = await inspect(ratio({ bad: many, total: many }), {
      api: {
        ...api,
        // every metric exists, nothing matches: the dearest case
        query: async request => {
          await api.query(request);
          const isBare = !/[{]/.test(request.query);
          return isBare
            ? [{ labels: {}, points: [[AT, 1]], isHistogram: false }]
            : [];
        },
      },
    });
    expect(queries.length).toBeLessThanOrEqual(40);
    expect(
      queries.every(({ timeoutSeconds = 99 }) => timeoutSeconds <= 5),
    ).toBe(true);
    expect(unanswered).not.toEqual([]);
    expect(unanswered[0].message).toBe('at most 40 questions are asked');
  });

  it('goes on where one question is too much, and says so once', async () => {
    const { api } = serverOf(query => {
      if (query.includes('5..')) {
        throw new QueryTimeoutError('took longer than 5 s');
      }
      return [{ labels: {}, points: [[AT, 1]], isHistogram: false }];
    });
    const { queries, unanswered } = await inspect(failureRatio('busy'), {
      api,
    });
    expect(unanswered).toEqual([
      {
        path: 'spec.indicator.spec.ratioMetric.bad.metricSource.spec.query',
        message: 'took longer than 5 s',
      },
    ]);
    expect(queries[0]).toEqual({
      role: 'bad',
      path: unanswered[0].path,
      selectors: [],
    });
    expect(queries[1].answers).toBe(1);
  });

  it('throws when the server cannot be asked at all', async () => {
    const { api } = serverOf(() => {
      throw new SourceUnavailableError('is away', { isTransient: false });
    });
    await expect(inspect(failureRatio('busy'), { api })).rejects.toThrow(
      'is away',
    );
  });

  it('passes the end of the wait on', async () => {
    const { api, queries } = serverOf();
    const { signal } = new AbortController();
    await inspect(failureRatio('busy'), { api, signal });
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.every(request => request.signal === signal)).toBe(true);
  });

  it('counts samples at the scrape interval without asking', async () => {
    const { api } = serverOf();
    const source = PrometheusSource.create({
      api,
      historyApi: api,
      scrapeSeconds: 30,
      enforcedMatchers: {},
    });
    const inspection = await source.inspect({
      objective: objective({
        indicator: {
          kind: 'threshold',
          metric: { spec: { query: 'stock_age_seconds' } },
          operator: 'lt',
          threshold: 60,
        },
      }),
      at: AT,
    });
    expect(inspection.queries).toEqual([
      {
        role: 'value',
        path: 'spec.indicator.spec.thresholdMetric.metricSource.spec.query',
        answers: 1,
        selectors: [
          { text: 'stock_age_seconds', metric: 'stock_age_seconds', series: 1 },
        ],
      },
    ]);
    expect(inspection.unitsPerDay).toBe(2_880);
    expect(inspection.retentionSeconds).toBe(86_400);
  });
});

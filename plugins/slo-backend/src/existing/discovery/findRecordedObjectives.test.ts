import type { FindObjectivesRequest } from '@plimsoll/plugin-slo-node';
import type {
  InstantQuery,
  PrometheusApi,
  Series,
} from '@plimsoll/prometheus-client';
import { findRecordedObjectives } from './findRecordedObjectives';

type Recorded = Record<string, Array<[Record<string, string>, number]>>;

/** A server that knows metrics by name, and remembers what it was asked. */
function serverOf(recorded: Recorded) {
  const asked: string[] = [];
  const seriesOf = (metric: string): Series[] =>
    (recorded[metric] ?? []).map(([labels, value]) => ({
      labels,
      points: [[0, value]],
      isHistogram: false,
    }));
  const api: PrometheusApi = {
    query: async ({ query }: InstantQuery) => {
      asked.push(query);
      const metric = /(?:^|_time\()([a-z][\w:]*)\{/.exec(query)?.[1];
      return seriesOf(metric ?? '__name__');
    },
    queryRange: async () => [],
    retentionSeconds: async () => undefined,
  };
  const find = (request: Partial<FindObjectivesRequest> = {}) =>
    findRecordedObjectives({
      origins: ['sloth', 'pyrra', 'grafana'],
      identityLabels: [],
      at: 1_000,
      ...request,
      api,
      enforcedMatchers: { tenant: 'sh"op' },
      scrapeSeconds: 30,
    });
  return { asked, find };
}

const A = { sloth_id: 'a-errors', sloth_service: 'a', sloth_slo: 'errors' };

describe('findRecordedObjectives', () => {
  it('asks a few questions a tool, each with what the source demands', async () => {
    const { asked, find } = serverOf({});
    expect(await find()).toEqual({ found: [], refused: [] });
    expect(asked).toHaveLength(12);
    expect(asked.filter(query => query.includes('tenant="sh\\"op"'))).toEqual(
      asked,
    );
    asked.length = 0;
    await find({ origins: ['sloth'] });
    expect(asked).toEqual([
      'slo:objective:ratio{sloth_id!="",tenant="sh\\"op"}',
      'slo:time_period:days{sloth_id!="",tenant="sh\\"op"}',
      'sloth_slo_info{sloth_id!="",tenant="sh\\"op"}',
    ]);
  });

  it('takes labels that only the info series has', async () => {
    const { find } = serverOf({
      'slo:objective:ratio': [[{ sloth_id: 'a-errors' }, 0.99]],
      'slo:time_period:days': [[A, 28]],
      sloth_slo_info: [[{ ...A, service: 'cart' }, 1]],
    });
    const { found } = await find();
    expect(found).toEqual([
      {
        origin: 'sloth',
        id: 'a-errors',
        displayName: 'errors',
        labels: { ...A, service: 'cart' },
        target: 0.99,
        window: { value: 28, unit: 'd' },
        indicator: {
          kind: 'ratio',
          counter: false,
          bad: {
            spec: {
              query:
                'sum(slo:sli_error:ratio_rate5m{sloth_id="a-errors"} < +Inf)',
            },
          },
          total: {
            spec: {
              query:
                'count(slo:sli_error:ratio_rate5m{sloth_id="a-errors"} < +Inf) or 0 * count(slo:sli_error:ratio_rate5m{sloth_id="a-errors"})',
            },
          },
        },
        ratioOnly: true,
      },
    ]);
  });

  it('counts rates by the step at which the source samples', async () => {
    const { find } = serverOf({
      pyrra_objective: [[{ slo: 'b', description: 'Fast' }, 0.9]],
      pyrra_window: [[{ slo: 'b' }, 5_400]],
      'pyrra_requests:rate5m': [[{ slo: 'b' }, 1]],
    });
    const { found } = await find();
    expect(found).toMatchObject([
      {
        description: 'Fast',
        window: { value: 90, unit: 'm' },
        indicator: {
          bad: {
            spec: {
              query: '30 * sum(pyrra_errors:rate5m{slo="b"} < +Inf)',
            },
          },
        },
      },
    ]);
  });

  it('takes what nobody rates for a ratio of Grafana alone', async () => {
    const uuid = { grafana_slo_uuid: 'u' };
    const promise: Recorded = {
      grafana_slo_objective: [[uuid, 0.9]],
      grafana_slo_objective_window_seconds: [[uuid, 7_200]],
      grafana_slo_info: [[{ ...uuid, grafana_slo_name: 'Carts' }, 1]],
    };
    const ratio = serverOf({ ...promise, grafana_slo_sli_5m: [[uuid, 1]] });
    expect((await ratio.find()).found).toMatchObject([
      {
        displayName: 'Carts',
        window: { value: 2, unit: 'h' },
        ratioOnly: true,
        indicator: { good: expect.anything() },
      },
    ]);
    expect((await serverOf(promise).find()).refused).toEqual([
      { origin: 'grafana', id: 'u', code: 'no-rate' },
    ]);
  });

  it.each([
    ['its window is missing', [[A, 0.99]], [], { code: 'incomplete' }],
    [
      'it promises two things',
      [
        [{ ...A, cluster: 'one' }, 0.99],
        [{ ...A, cluster: 'two' }, 0.9],
      ],
      [[A, 28]],
      { code: 'contradictory' },
    ],
    [
      'it promises everything',
      [[A, 1]],
      [[A, 28]],
      { code: 'unusable-target', params: { value: 1 } },
    ],
    [
      'its window is no whole minute',
      [[A, 0.9]],
      [[A, 0.00001]],
      { code: 'unusable-window', params: { seconds: 0.864 } },
    ],
    [
      'its window is no number',
      [[A, 0.9]],
      [[A, NaN]],
      { code: 'unusable-window', params: { seconds: 'NaN' } },
    ],
    [
      'its window has no end',
      [[A, 0.9]],
      [[A, Infinity]],
      { code: 'unusable-window', params: { seconds: 'Infinity' } },
    ],
    [
      'its window is longer than the ledger',
      [[A, 0.9]],
      [[A, 401]],
      { code: 'unusable-window', params: { seconds: 401 * 86_400 } },
    ],
    [
      'its window is shorter than an hour',
      [[A, 0.9]],
      [[A, 0.03125]],
      { code: 'unusable-window', params: { seconds: 2_700 } },
    ],
    [
      'its target is no number',
      [[A, NaN]],
      [[A, 28]],
      { code: 'unusable-target', params: { value: 'NaN' } },
    ],
  ] as Array<[string, Recorded[string], Recorded[string], Record<string, unknown>]>)(
    'refuses one of which %s',
    async (_, targets, windows, refusal) => {
      const { find } = serverOf({
        'slo:objective:ratio': targets,
        'slo:time_period:days': windows,
      });
      expect(await find()).toEqual({
        found: [],
        refused: [
          { origin: 'sloth', id: 'a-errors', ...roundedParams(refusal) },
        ],
      });
    },
  );

  it('adds up series of one SLO that agree, unless a label tells them apart', async () => {
    const both = (value: number): Recorded[string] =>
      ['one', 'two'].map(cluster => [{ ...A, cluster }, value]);
    const { find } = serverOf({
      'slo:objective:ratio': both(0.99),
      'slo:time_period:days': both(28),
    });
    const together = await find();
    expect(together.found).toMatchObject([{ id: 'a-errors', labels: A }]);
    expect(together.found[0].labels).not.toHaveProperty('cluster');

    const apart = await find({ identityLabels: ['cluster', 'zone'] });
    expect(apart.found.map(({ id }) => id)).toEqual([
      'a-errors/one',
      'a-errors/two',
    ]);
    expect(apart.found[1].indicator.bad?.spec.query).toBe(
      'sum(slo:sli_error:ratio_rate5m{sloth_id="a-errors",cluster="two",zone=""} < +Inf)',
    );
  });

  it('finds both of two SLOs whose readable ids are alike', async () => {
    const both = (value: number): Recorded[string] => [
      [{ sloth_id: 'a', cluster: 'one' }, value],
      [{ sloth_id: 'a', zone: 'one' }, value],
    ];
    const { find } = serverOf({
      'slo:objective:ratio': both(0.99),
      'slo:time_period:days': both(28),
    });
    const { found } = await find({ identityLabels: ['cluster', 'zone'] });
    expect(found.map(({ id, labels }) => ({ id, labels }))).toEqual([
      { id: 'a/one', labels: { sloth_id: 'a', cluster: 'one' } },
      { id: 'a/one', labels: { sloth_id: 'a', zone: 'one' } },
    ]);
  });
});

function roundedParams(refusal: Record<string, unknown>) {
  const { params } = refusal as {
    params?: Record<string, number | string>;
  };
  return typeof params?.seconds === 'number'
    ? { ...refusal, params: { seconds: expect.closeTo(params.seconds) } }
    : refusal;
}

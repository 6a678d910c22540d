import type { RuleOrigin } from '@plimsoll/plugin-slo-common';
import type {
  FindObjectivesResult,
  FoundObjective,
} from '@plimsoll/plugin-slo-node';
import { isComplete } from '../objectives/CatalogObjective';
import type { MetricsServer } from '../prometheus/__fixtures__/MetricsServer';
import { metricsServers } from '../prometheus/__fixtures__/metricsServers';
import type { PrometheusSource } from '../prometheus/PrometheusSource';
import { sourceOf } from '../prometheus/__fixtures__/sourceOf';
import { visibleGrowth } from '../prometheus/__fixtures__/visibleGrowth';
import {
  seriesOf,
  WORLD_FROM,
  WORLD_TO,
} from '../prometheus/__fixtures__/world';
import {
  startRuleWorld,
  WATCHED,
  watchedSeries,
} from './__testUtils__/ruleWorld';
import { toRuleObjective } from './toRuleObjective';

const { isMissing } = metricsServers();
const suite = isMissing ? describe.skip : describe;
const series = watchedSeries();

/** What the generator made: events of a service in slices of five minutes. */
function truthOf(service: string) {
  const bad = visibleGrowth(seriesOf(series, service, { code: /5../ }), 300);
  const slices = Array.from(
    visibleGrowth(seriesOf(series, service), 300),
    ([start, total]) => ({ start, total, bad: bad.get(start) ?? 0 }),
  );
  const sum = (key: 'bad' | 'total') =>
    slices.reduce((total, slice) => total + slice[key], 0);
  const busy = slices.filter(({ total }) => total > 0);
  return {
    bad: sum('bad'),
    total: sum('total'),
    ratio: sum('bad') / sum('total'),
    /** With the same weight for each slice that saw anything. */
    sliceRatio:
      busy.reduce((total, slice) => total + slice.bad / slice.total, 0) /
      busy.length,
  };
}

suite('rules of other tools in a real Prometheus', () => {
  let server: MetricsServer;
  let result: FindObjectivesResult;
  const find = (at: number) =>
    sourceOf(server).findObjectives({
      origins: ['sloth', 'pyrra', 'grafana'],
      identityLabels: [],
      at,
    });

  beforeAll(async () => {
    server = await startRuleWorld();
    result = await find(WORLD_TO);
  });
  afterAll(() => server?.stop());

  const foundOf = (origin: RuleOrigin, id: string): FoundObjective => {
    const found = result.found.find(
      one => one.origin === origin && one.id === id,
    );
    if (!found) {
      throw new Error(`${id} of ${origin} was not found`);
    }
    return found;
  };

  function definitionOf(found: FoundObjective, source: PrometheusSource) {
    const { definition, faults } = toRuleObjective({
      found,
      source: 'prometheus',
      entityRef: 'component:default/steady',
      sources: { names: ['prometheus'], get: () => ({ source }) },
    });
    expect(faults).toEqual([]);
    if (!isComplete(definition)) {
      throw new Error('The definition has no indicator');
    }
    return definition;
  }

  async function measure(found: FoundObjective) {
    const source = sourceOf(server);
    const definition = definitionOf(found, source);
    const { readings } = await source.readBuckets({
      objectives: [definition],
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    expect(readings[0].faults).toEqual([]);
    const { buckets } = readings[0];
    const sum = (key: 'bad' | 'total' | 'coveredSeconds') =>
      buckets.reduce((total, bucket) => total + bucket[key], 0);
    return {
      definition,
      buckets,
      bad: sum('bad'),
      total: sum('total'),
      covered: sum('coveredSeconds'),
      ratio: sum('bad') / sum('total'),
    };
  }

  it('finds every SLO with its promise, and says what it cannot count', () => {
    expect(
      result.found.map(({ origin, id }) => `${origin} ${id}`).sort(),
    ).toEqual(
      [
        ...WATCHED.map(service => `grafana uuid0of0${service}`),
        ...WATCHED.map(service => `pyrra ${service}-requests`),
        ...WATCHED.map(service => `sloth ${service}-availability`),
      ].sort(),
    );
    expect(result.refused).toEqual([
      { origin: 'pyrra', id: 'steady-probe', code: 'no-rate' },
    ]);
    expect(foundOf('sloth', 'steady-availability')).toMatchObject({
      displayName: 'availability',
      target: 0.99,
      window: { value: 30, unit: 'd' },
      ratioOnly: true,
      labels: { sloth_service: 'steady', team: 'shop' },
    });
    expect(foundOf('pyrra', 'steady-requests')).toMatchObject({
      target: 0.995,
      window: { value: 28, unit: 'd' },
      ratioOnly: false,
      labels: { service: 'steady' },
    });
    expect(foundOf('grafana', 'uuid0of0steady')).toMatchObject({
      displayName: 'steady errors',
      ratioOnly: false,
    });
    expect(foundOf('grafana', 'uuid0of0outage').ratioOnly).toBe(true);
  });

  /** What a recorded series of an SLO says at the end of the world. */
  async function recorded(metric: string, service: string): Promise<number> {
    const url = new URL('/api/v1/query', server.baseUrl);
    url.searchParams.set('query', `${metric}{sloth_service="${service}"}`);
    url.searchParams.set('time', String(WORLD_TO));
    const { data } = await (await fetch(url)).json();
    return Number(data.result[0].value[1].replace('Inf', 'Infinity'));
  }

  // Few requests, each a large share of its slice, are what rates tell worst.
  it.each(WATCHED)(
    'Sloth, %s: the mean of the slices, within 3 percent',
    async service => {
      const truth = truthOf(service);
      const measured = await measure(
        foundOf('sloth', `${service}-availability`),
      );
      expect(measured.definition.unit).toBe('slices');
      expect(measured.covered).toBe(WORLD_TO - WORLD_FROM);
      expect(measured.total).toBe(service === 'silent' ? 36 : 72);
      expect(Math.abs(measured.ratio / truth.sliceRatio - 1)).toBeLessThan(
        0.03,
      );
    },
  );

  it.each(['steady', 'uneven', 'outage'])(
    'Sloth, %s: what Sloth itself says of the window, within 0.5 percent',
    async service => {
      const { ratio } = await measure(
        foundOf('sloth', `${service}-availability`),
      );
      const own = await recorded('slo:sli_error:ratio_rate30d', service);
      expect(Math.abs(ratio / own - 1)).toBeLessThan(0.005);
    },
  );

  it('Sloth: reads a silence as no traffic, which costs Sloth its number', async () => {
    const { buckets, ratio } = await measure(
      foundOf('sloth', 'silent-availability'),
    );
    expect(await recorded('slo:sli_error:ratio_rate30d', 'silent')).toBeNaN();
    expect(ratio).toBeCloseTo(0.0196, 3);
    expect(buckets.slice(0, 36)).toEqual(
      buckets
        .slice(0, 36)
        .map(bucket => ({ ...bucket, total: 0, coveredSeconds: 300 })),
    );
  });

  it('Sloth: says another share than the events where traffic is uneven', async () => {
    const truth = truthOf('uneven');
    const { ratio } = await measure(foundOf('sloth', 'uneven-availability'));
    expect(truth.ratio).toBeLessThan(0.006);
    expect(ratio).toBeGreaterThan(0.24);
  });

  it.each([
    ...WATCHED.map(service => ['pyrra', service, `${service}-requests`]),
    ['grafana', 'steady', 'uuid0of0steady'],
    ['grafana', 'uneven', 'uuid0of0uneven'],
    ['grafana', 'silent', 'uuid0of0silent'],
  ] as Array<[RuleOrigin, string, string]>)(
    '%s, %s: the events, within 2 percent',
    async (origin, service, id) => {
      const truth = truthOf(service);
      const measured = await measure(foundOf(origin, id));
      expect(measured.definition.unit).toBe('events');
      expect(measured.covered).toBe(WORLD_TO - WORLD_FROM);
      expect(Math.abs(measured.total / truth.total - 1)).toBeLessThan(0.02);
      expect(Math.abs(measured.bad / truth.bad - 1)).toBeLessThan(0.02);
      expect(Math.abs(measured.ratio / truth.ratio - 1)).toBeLessThan(0.02);
    },
  );

  it('Grafana SLO: the mean of the slices of a query of one\u2019s own', async () => {
    const truth = truthOf('outage');
    const measured = await measure(foundOf('grafana', 'uuid0of0outage'));
    expect(measured.definition.unit).toBe('slices');
    expect(Math.abs(measured.ratio / truth.sliceRatio - 1)).toBeLessThan(0.01);
  });

  it.each([
    ['sloth', 'outage-availability'],
    ['pyrra', 'outage-requests'],
  ] as const)('%s: asks for all SLOs as for one', async (origin, id) => {
    const source = sourceOf(server);
    const all = result.found.filter(found => found.origin === origin);
    const { readings, queries } = await source.readBuckets({
      objectives: all.map(found => definitionOf(found, source)),
      from: WORLD_FROM,
      to: WORLD_TO,
      step: 300,
    });
    expect(queries).toBeLessThanOrEqual(2);
    const alone = await measure(foundOf(origin, id));
    const index = all.findIndex(found => found.id === id);
    expect(readings[index].buckets).toEqual(alone.buckets);
  });

  it('finds nothing where nobody records anything', async () => {
    expect(await find(WORLD_FROM - 86_400)).toEqual({
      found: [],
      refused: [],
    });
  });
});

import type { MetricQuery } from '@plimsoll/plugin-slo-common';
import type { DemoWorld } from '../world/DemoWorld';
import type { CounterSeries, GaugeSeries } from '../world/series';
import { parseDemoQuery } from './parseDemoQuery';

/** Functions that leave the growth of all pods together as it is. */
const COUNTER_SHAPES = ['sum(rate[])', 'sum(increase[])', 'sum()', ''];
/** Functions that leave a gauge with a single series as it is. */
const GAUGE_SHAPES = ['sum()', 'avg()', 'min()', 'max()', ''];

interface SeriesByKind {
  counter: CounterSeries;
  gauge: GaugeSeries;
}

/** Either the series, or a sentence that says why there is none. */
export type ResolvedQuery<TKind extends keyof SeriesByKind> =
  | { series: SeriesByKind[TKind]; fault?: undefined }
  | { series?: undefined; fault: string };

/** Finds the one series of the demo world that a document asks for. */
export function resolveQuery<TKind extends keyof SeriesByKind>(options: {
  world: DemoWorld;
  kind: TKind;
  metric: MetricQuery;
}): ResolvedQuery<TKind> {
  const { world, kind, metric } = options;
  const { query, ...others } = metric.spec;
  if (typeof query !== 'string') {
    return { fault: 'must be PromQL, as a string' };
  }
  const unknown = Object.keys(others);
  if (unknown.length > 0) {
    return {
      fault: `is all that the demo source reads here, not ${unknown.join(
        ', ',
      )}; remove ${unknown.length > 1 ? 'them' : 'it'}`,
    };
  }
  const parsed = parseDemoQuery(query);
  if (!parsed) {
    return {
      fault:
        'is more than the demo world understands: write one selector, for instance sum(rate(http_requests_total{service="checkout"}[{{.window}}]))',
    };
  }
  const series = world.find(parsed);
  if (!series) {
    return {
      fault: `asks for no such series: ${parsed.metric} with these labels is not in the demo world; packages/demo/README.md lists what is`,
    };
  }
  if (!isOfKind(series, kind)) {
    return {
      fault: `needs a ${kind}, and ${parsed.metric} is a ${series.kind}`,
    };
  }
  const shape = shapeOf(parsed);
  const shapes = kind === 'counter' ? COUNTER_SHAPES : GAUGE_SHAPES;
  return shapes.includes(shape)
    ? { series }
    : {
        fault: `asks for ${shape}, and the demo world cannot compute ${shape}: write ${shapes[0]}`,
      };
}

function isOfKind<TKind extends keyof SeriesByKind>(
  series: CounterSeries | GaugeSeries,
  kind: TKind,
): series is SeriesByKind[TKind] & (CounterSeries | GaugeSeries) {
  return series.kind === kind;
}

/** `sum(rate[])` for a sum over a rate over a range, the selector left out. */
function shapeOf(query: { functions: string[]; ranged: boolean }): string {
  const { functions, ranged } = query;
  const inner = ranged ? '[]' : '';
  return functions.reduceRight((text, name, index) => {
    const innermost = index === functions.length - 1;
    return innermost && ranged ? `${name}${text}` : `${name}(${text})`;
  }, inner);
}

import type {
  Indicator,
  MetricQuery,
  RatioIndicator,
} from '../../objective/Indicator';
import type { Fault } from '../../objective/ObjectiveDefinition';
import type { Metric, RatioMetric } from '../SliDocument';
import type { SloObjective } from '../SloDocument';
import { slug } from '../slug';
import type { ChosenIndicator } from './chosenIndicator';

/** What an objective measures, as far as it is known, and what is wrong. */
export interface ResolvedIndicator {
  indicator?: Indicator;
  kind?: Indicator['kind'];
  source?: string;
  faults: Fault[];
}

/** Turns an SLI's metric and an objective's threshold into an indicator. */
export function objectiveIndicator(options: {
  objective: SloObjective;
  /** `spec.objectives[0]`. */
  path: string;
  chosen: ChosenIndicator;
  defaultSource: string;
}): ResolvedIndicator {
  const { objective, path, chosen, defaultSource } = options;
  const { thresholdMetric, ratioMetric } = chosen.spec;
  if (thresholdMetric) {
    const { op, value } = objective;
    const source = sourceOf(thresholdMetric, defaultSource);
    if (op === undefined || value === undefined) {
      return {
        kind: 'threshold',
        source,
        faults: missingThreshold(path, objective),
      };
    }
    return {
      kind: 'threshold',
      source,
      indicator: {
        kind: 'threshold',
        metric: queryOf(thresholdMetric),
        operator: op,
        threshold: value,
      },
      faults: [],
    };
  }
  return ratioIndicator({ metric: ratioMetric ?? {}, chosen, defaultSource });
}

function ratioIndicator(options: {
  metric: RatioMetric;
  chosen: ChosenIndicator;
  defaultSource: string;
}): ResolvedIndicator {
  const { metric, chosen, defaultSource } = options;
  const { good, bad, total, raw, rawType, counter } = metric;
  if (raw && rawType) {
    return {
      kind: 'raw',
      source: sourceOf(raw, defaultSource),
      indicator: { kind: 'raw', rawType, raw: queryOf(raw) },
      faults: [],
    };
  }
  const part = good ?? bad;
  if (!part || !total) {
    return {
      faults: [
        {
          path: chosen.path,
          message:
            'has no metric that could be measured; write good or bad, and total',
        },
      ],
    };
  }
  const source = sourceOf(total, defaultSource);
  const partSource = sourceOf(part, defaultSource);
  if (partSource !== source) {
    const name = good ? 'good' : 'bad';
    return {
      kind: 'ratio',
      source,
      faults: [
        {
          path: `${chosen.path}${chosen.inPlace ? `.ratioMetric.${name}` : ''}`,
          message: `reads ${name} from '${partSource}' and total from '${source}', and events of two sources cannot be put into one ratio; let both name the same metricSourceRef`,
        },
      ],
    };
  }
  const indicator: RatioIndicator = {
    kind: 'ratio',
    counter: counter ?? false,
    ...(good ? { good: queryOf(good) } : { bad: queryOf(part) }),
    total: queryOf(total),
  };
  return { kind: 'ratio', source, indicator, faults: [] };
}

function missingThreshold(path: string, objective: SloObjective): Fault[] {
  return (['op', 'value'] as const)
    .filter(key => objective[key] === undefined)
    .map(key => ({
      path: `${path}.${key}`,
      message:
        key === 'op'
          ? 'is missing; a thresholdMetric needs lt, lte, gt or gte'
          : 'is missing; a thresholdMetric needs the threshold',
    }));
}

function queryOf({ metricSource }: Metric): MetricQuery {
  return { spec: metricSource.spec };
}

/**
 * `type` speaks only where no source is named: Prometheus is the default, and
 * any other type is looked up as a source of that name, so that its absence is
 * said by name instead of sending its query to Prometheus.
 */
function sourceOf({ metricSource }: Metric, defaultSource: string): string {
  const { metricSourceRef, type } = metricSource;
  if (metricSourceRef !== undefined) {
    return metricSourceRef;
  }
  const named = slug(type ?? '');
  return named === '' || named === 'prometheus' ? defaultSource : named;
}

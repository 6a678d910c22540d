import type {
  Fault,
  Indicator,
  MetricQuery,
  ThresholdIndicator,
} from '@plimsoll/plugin-slo-common';
import { resolveQuery } from '../query/resolveQuery';
import type { DemoWorld } from '../world/DemoWorld';
import type { Measurement } from './Measurement';
import { ratioMeasurement } from './ratioMeasurement';
import { sampleMeasurement } from './sampleMeasurement';

const PLACE = 'spec.indicator.spec';

/** Either how to measure, or why it cannot be measured. */
export type PlannedMeasurement =
  | { measurement: Measurement; faults: [] }
  | { measurement?: undefined; faults: Fault[] };

/** Decides how an indicator is read off the demo world. */
export function planMeasurement(options: {
  world: DemoWorld;
  indicator: Indicator;
}): PlannedMeasurement {
  const { world, indicator } = options;
  const faults: Fault[] = [];

  function find<TKind extends 'counter' | 'gauge'>(
    kind: TKind,
    place: string,
    metric: MetricQuery,
  ) {
    const { series, fault } = resolveQuery({ world, kind, metric });
    if (fault !== undefined) {
      const path = `${PLACE}.${place}.metricSource.spec.query`;
      faults.push({ path, message: fault });
    }
    return series;
  }

  let measurement: Measurement | undefined;
  if (indicator.kind === 'ratio') {
    if (!indicator.counter) {
      faults.push({
        path: `${PLACE}.ratioMetric.counter`,
        message: 'must be true: all events of the demo world are counters',
      });
    }
    const total = find('counter', 'ratioMetric.total', indicator.total);
    const good =
      indicator.good && find('counter', 'ratioMetric.good', indicator.good);
    const bad =
      indicator.bad && find('counter', 'ratioMetric.bad', indicator.bad);
    measurement = total && ratioMeasurement({ good, bad, total });
  } else if (indicator.kind === 'raw') {
    const series = find('gauge', 'ratioMetric.raw', indicator.raw);
    const success = indicator.rawType === 'success';
    measurement =
      series &&
      sampleMeasurement({
        series,
        badness: sample => (success ? 1 - sample : sample),
      });
  } else {
    const series = find('gauge', 'thresholdMetric', indicator.metric);
    measurement =
      series &&
      sampleMeasurement({
        series,
        badness: sample => (passes(indicator, sample) ? 0 : 1),
      });
  }
  return measurement && faults.length === 0
    ? { measurement, faults: [] }
    : { faults };
}

function passes(indicator: ThresholdIndicator, sample: number): boolean {
  const { operator, threshold } = indicator;
  switch (operator) {
    case 'lt':
      return sample < threshold;
    case 'lte':
      return sample <= threshold;
    case 'gt':
      return sample > threshold;
    default:
      return sample >= threshold;
  }
}

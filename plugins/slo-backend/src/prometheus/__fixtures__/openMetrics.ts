import type { SampledSeries } from './SampledSeries';

/**
 * The text of which `promtool tsdb create-blocks-from openmetrics` makes
 * blocks. Counters are named with their `_total`, histogram parts as gauges.
 */
export function openMetrics(series: readonly SampledSeries[]): string {
  const metrics = new Map<string, SampledSeries[]>();
  for (const one of series) {
    metrics.set(one.metric, [...(metrics.get(one.metric) ?? []), one]);
  }
  const lines = Array.from(metrics.values()).flatMap(family => [
    `# TYPE ${familyOf(family[0])}`,
    ...family.flatMap(one => linesOf(one, 1)),
  ]);
  return `${lines.join('\n')}\n# EOF\n`;
}

/** The same samples for VictoriaMetrics' `/api/v1/import/prometheus`. */
export function importText(series: readonly SampledSeries[]): string {
  return series
    .flatMap(one => linesOf(one, 1_000))
    .map(line => `${line}\n`)
    .join('');
}

function familyOf({ metric, type }: SampledSeries): string {
  return type === 'counter' && metric.endsWith('_total')
    ? `${metric.slice(0, -'_total'.length)} counter`
    : `${metric} gauge`;
}

function linesOf(series: SampledSeries, ticksPerSecond: number): string[] {
  const labels = Object.entries(series.labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(',');
  return series.samples.map(
    ([time, value]) =>
      `${series.metric}{${labels}} ${numberText(value)} ${
        time * ticksPerSecond
      }`,
  );
}

function numberText(value: number): string {
  return Number.isFinite(value)
    ? String(value)
    : String(value).replace('Infinity', 'Inf').replace(/^Inf/, '+Inf');
}

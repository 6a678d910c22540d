import type { MetricExplanation } from '../api/responses';
import { groupedBy } from '../collections/groupedBy';
import { finishSteps } from '../steps/finishSteps';
import { durationQuantile } from './durationQuantile';
import { figureOf } from './figureOf';
import { METRIC_DEFINITIONS } from './metricDefinitions';
import type { MetricName } from './MetricFigure';
import type { MetricsOptions } from './MetricsOptions';
import type { MetricSample } from './samples/MetricSample';
import { scopeSteps } from './scopeOf';

const MOST = 500;

/**
 * One metric with all that it was counted from, and with what was left out and
 * why; newest first, at most 500 of each.
 *
 * @throws InputError if an instant cannot be read
 * @public
 */
export function explainMetric(
  options: MetricsOptions & { metric: MetricName },
): MetricExplanation {
  return finishSteps(explainSteps(options));
}

/**
 * The same in steps, between which the work can be put aside.
 *
 * @throws InputError if an instant cannot be read
 * @public
 */
export function* explainSteps(
  options: MetricsOptions & { metric: MetricName },
): Generator<undefined, MetricExplanation, undefined> {
  const { metric, targets, bands, now } = options;
  const scope = yield* scopeSteps(options);
  yield;
  const samples = METRIC_DEFINITIONS[metric].samplesOf(scope);
  yield;
  const figure = figureOf({
    metric,
    scope,
    samples,
    target: targets?.[metric],
    bands,
  });
  yield;
  const newest = [...samples].sort((a, b) => b.at - a.at);
  return {
    figure,
    formula: { ...figure.definition, inputs: inputsOf(samples, scope) },
    deployments: onePerDeployment(newest).flatMap(deploymentRow).slice(0, MOST),
    incidents: newest.flatMap(incidentRow).slice(0, MOST),
    readAt: now,
  };
}

/** The numbers that stand in the formula. */
function inputsOf(
  samples: readonly MetricSample[],
  window: { from: number; to: number },
): Record<string, number> {
  const counted = samples.filter(sample => sample.counted);
  return {
    sampleSize: counted.length,
    events: counted.filter(({ isEvent }) => isEvent).length,
    open: counted.filter(({ isOpen }) => isOpen).length,
    leftOut: samples.length - counted.length,
    days: (window.to - window.from) / 86_400_000,
  };
}

/** A deployment with several changes is one row, with the median of them. */
function onePerDeployment(samples: readonly MetricSample[]): MetricSample[] {
  return groupedBy(samples, ({ deployment }) => deployment?.id ?? '').map(
    rows =>
      rows.length === 1
        ? rows[0]
        : { ...rows[0], seconds: medianSeconds(rows) },
  );
}

function medianSeconds(rows: readonly MetricSample[]): number | undefined {
  const durations = rows.flatMap(({ seconds, isOpen = false }) =>
    seconds === undefined ? [] : [{ seconds, isOpen }],
  );
  return durationQuantile({ durations, share: 0.5 });
}

function deploymentRow(sample: MetricSample): MetricExplanation['deployments'] {
  const { deployment, isEvent, counted, seconds, deploymentLeftOut } = sample;
  if (!deployment) {
    return [];
  }
  const { id, version, finishedAt, verdict, evidence } = deployment;
  return [
    {
      id,
      version,
      finishedAt,
      verdict,
      evidence,
      counted: isEvent ?? counted,
      seconds,
      leftOut: deploymentLeftOut,
    },
  ];
}

function incidentRow(sample: MetricSample): MetricExplanation['incidents'] {
  const { incident, seconds, isOpen, incidentLeftOut } = sample;
  if (!incident) {
    return [];
  }
  const { id, label, title, startedAt, resolvedAt } = incident;
  return [
    {
      id,
      label,
      title,
      startedAt,
      resolvedAt,
      seconds,
      leftOut: incidentLeftOut ?? (isOpen ? 'open' : undefined),
    },
  ];
}

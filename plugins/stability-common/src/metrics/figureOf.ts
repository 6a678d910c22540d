import { bandOf } from './bands/bandOf';
import type { BandSet } from './bands/BandSet';
import { METRIC_DEFINITIONS } from './metricDefinitions';
import type { MetricFigure, MetricName } from './MetricFigure';
import type { MetricScope } from './MetricScope';
import type { MetricSample } from './samples/MetricSample';

/** One metric of one scope, with its target. */
export function figureOf(options: {
  metric: MetricName;
  scope: MetricScope;
  samples: readonly MetricSample[];
  target?: number;
  bands?: BandSet;
}): MetricFigure {
  const { metric, scope, samples, target, bands } = options;
  const { version, better, figureOf: figure } = METRIC_DEFINITIONS[metric];
  const made = figure({ metric, scope, samples });
  const pending = samples.filter(
    ({ deploymentLeftOut }) => deploymentLeftOut === 'pending',
  ).length;
  const inferred = samples.filter(
    ({ counted, isInferred }) => counted && isInferred,
  ).length;
  const basis = metric === 'change-lead-time' ? basisOf(samples) : undefined;
  const band = bands && bandOf({ figure: made, set: bands });
  return {
    ...made,
    ...(pending > 0 && { pending }),
    ...(basis && { basis }),
    ...(inferred > 0 && { inferred }),
    ...(target !== undefined && {
      target: { value: target, ...metBy({ made, target, better }) },
    }),
    ...(band && { band }),
    definition: { id: metric, version },
  };
}

/** Too few to judge is neither met nor missed. */
function metBy(options: {
  made: Pick<MetricFigure, 'state' | 'value'>;
  target: number;
  better: 'higher' | 'lower';
}): { met?: boolean } {
  const { made, target, better } = options;
  if (made.state === 'none') {
    return { met: better === 'lower' || target <= 0 };
  }
  if (made.state !== 'ok' || made.value === undefined) {
    return {};
  }
  return {
    met: better === 'lower' ? made.value <= target : made.value >= target,
  };
}

function basisOf(samples: readonly MetricSample[]): MetricFigure['basis'] {
  const bases = new Set(
    samples.flatMap(({ deployment }) =>
      (deployment?.changes ?? []).flatMap(({ basis }) => basis ?? []),
    ),
  );
  const [only] = bases;
  return bases.size > 1 ? 'mixed' : only;
}

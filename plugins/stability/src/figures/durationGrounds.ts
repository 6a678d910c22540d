import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';

/** What a duration is the median of, or why there is none. */
export function durationGrounds(
  options: Voice & { figure: MetricFigure },
): string[] {
  const { figure, formats, t } = options;
  const { metric, state, sampleSize, censored = 0, percentiles } = figure;
  const known = state === 'ok';
  const ongoing =
    censored > 0 ? [t('ground.ongoing', { count: censored })] : [];

  if (sampleSize === 0) {
    return [nothing()];
  }
  return [
    ...sample(),
    ...(known && percentiles
      ? [t('ground.nineInTen', { duration: formats.duration(percentiles.p90) })]
      : []),
    ...basis(),
    ...inferred(),
    ...decision(),
    ...ongoing,
  ];

  function sample(): string[] {
    const count = sampleSize;
    switch (metric) {
      case 'change-lead-time':
        return known
          ? [t('ground.changes', { count })]
          : [t('ground.tooFewMedian')];
      case 'rollback-time':
        if (known) {
          return [t('ground.medianRollbacks', { count })];
        }
        return [
          count === 2 ? t('ground.slower') : t('ground.slowest', { count }),
        ];
      case 'failed-deployment-recovery-time':
        return known
          ? [t('ground.medianRecoveries', { count })]
          : [t('ground.recoveries', { count }), t('ground.tooFewMedian')];
      default:
        return known
          ? [t('ground.medianIncidents', { count })]
          : [t('ground.incidents', { count }), t('ground.tooFewMedian')];
    }
  }

  function nothing(): string {
    switch (metric) {
      case 'change-lead-time':
        return state === 'no-data'
          ? t('ground.noDeployment')
          : t('ground.noChange');
      case 'rollback-time':
        return t('ground.noRollback');
      case 'failed-deployment-recovery-time':
        return t('ground.noFailure');
      default:
        return t('ground.noIncident');
    }
  }

  /** Merges are later than commits: a lead time from there is shorter. */
  function basis(): string[] {
    if (figure.basis === 'merge') {
      return [t('ground.fromMerge')];
    }
    return figure.basis === 'mixed' ? [t('ground.mixed')] : [];
  }

  /** Changes whose sender did not say which deployment shipped them. */
  function inferred(): string[] {
    const { inferred: count = 0 } = figure;
    return count > 0
      ? [t('ground.inferred', { total: formats.count(count) })]
      : [];
  }

  /** How long people took to decide on it, of a rollback. */
  function decision(): string[] {
    const part = figure.parts?.find(({ name }) => name === 'decision');
    return part?.value === undefined
      ? []
      : [t('ground.decision', { duration: formats.duration(part.value) })];
  }
}

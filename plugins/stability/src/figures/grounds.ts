import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import type { Voice } from '../words';
import { durationGrounds } from './durationGrounds';
import { frequencyGrounds } from './frequencyGrounds';
import { windowText } from './windowText';

/**
 * What a figure stands on, each ground in a few words: sample, the time of its
 * own where it has one, interval, what is still open.
 */
export function grounds(options: Voice & { figure: MetricFigure }): string[] {
  const [first, ...rest] = countedGrounds(options);
  const window = windowText(options);
  return [first, window, ...rest].filter(ground => ground !== undefined);
}

function countedGrounds(options: Voice & { figure: MetricFigure }): string[] {
  const { figure, t } = options;
  switch (figure.unit) {
    case 'ratio':
      return ratioGrounds(options);
    case 'seconds':
      return durationGrounds(options);
    case 'per-week':
      return frequencyGrounds(options);
    default:
      return [t('ground.prevented')];
  }
}

function ratioGrounds(options: Voice & { figure: MetricFigure }): string[] {
  const { figure, formats, t } = options;
  const { state, events = 0, sampleSize, interval, pending = 0 } = figure;
  const waiting =
    pending > 0 ? [t('ground.pending', { total: formats.count(pending) })] : [];
  if (state === 'no-data') {
    return [t('ground.noDeployment'), ...waiting];
  }
  if (state === 'too-few') {
    return [t('ground.tooFewRate'), ...waiting];
  }
  const level = formats.share(interval?.level ?? 0.95, { decimals: 0 });
  if (state === 'none') {
    return interval
      ? [
          t('ground.below', { high: formats.share(interval.high), level }),
          ...waiting,
        ]
      : waiting;
  }
  const counted = {
    events: formats.count(events),
    total: formats.count(sampleSize),
  };
  return [
    figure.metric === 'rework-rate'
      ? t('ground.unplanned', counted)
      : t('ground.events', counted),
    ...(interval
      ? [
          t('ground.interval', {
            level,
            low: formats.share(interval.low),
            high: formats.share(interval.high),
          }),
        ]
      : []),
    ...waiting,
  ];
}

import {
  BarSparkline,
  DotStrip,
  IntervalStrip,
  linearScale,
  logarithmicScale,
} from '@plimsoll/plugin-plimsoll-react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { isWhole } from './trendWeeks';

/** @internal */
export interface FigureStripProps {
  figure: MetricFigure;
}

/**
 * A figure as a picture: a share with its interval, a duration with its
 * spread, each value where there are too few, deployments by week.
 */
export function FigureStrip(props: FigureStripProps) {
  const { figure } = props;
  const { formats, t } = useVoice();
  const name = t(`metric.${figure.metric}`);
  const { value, interval, percentiles, samples = [], target, trend } = figure;

  if (figure.unit === 'per-week' && trend.length > 0) {
    const counts = trend.map(({ sampleSize }) => sampleSize);
    return (
      <BarSparkline
        bars={trend.map(point => ({
          value: point.sampleSize,
          partial: !isWhole(point),
        }))}
        label={t('strip.weeks', {
          name,
          least: formats.count(Math.min(...counts)),
          most: formats.count(Math.max(...counts)),
        })}
      />
    );
  }
  if (figure.unit === 'ratio' && interval && figure.state !== 'too-few') {
    const words = {
      name,
      value: formats.share(value ?? 0),
      level: formats.share(interval.level, { decimals: 0 }),
      low: formats.share(interval.low),
      high: formats.share(interval.high),
    };
    return (
      <IntervalStrip
        value={value}
        low={interval.low}
        high={interval.high}
        target={target?.value}
        scale={linearScale({ values: [interval.high], target: target?.value })}
        label={
          target
            ? t('strip.shareTarget', {
                ...words,
                target: formats.share(target.value),
              })
            : t('strip.share', words)
        }
      />
    );
  }
  if (figure.unit === 'seconds' && value !== undefined) {
    const high = percentiles?.p90 ?? value;
    return (
      <IntervalStrip
        value={value}
        low={value}
        high={high}
        target={target?.value}
        scale={logarithmicScale({
          values: [value, high],
          target: target?.value,
        })}
        label={t('strip.spread', {
          name,
          median: formats.duration(value),
          high: formats.duration(high),
        })}
      />
    );
  }
  const values = samples.map(formats.duration).join(', ');
  const sampleLabel = target
    ? t('strip.samplesTarget', {
        name,
        values,
        target: formats.duration(target.value),
      })
    : t('strip.samples', { name, values });
  return (
    <DotStrip
      samples={samples}
      target={target?.value}
      scale={linearScale({ values: samples, target: target?.value })}
      label={samples.length === 0 ? t('strip.nothing', { name }) : sampleLabel}
    />
  );
}

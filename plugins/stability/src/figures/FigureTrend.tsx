import { BarSparkline, TrendLine } from '@plimsoll/plugin-plimsoll-react';
import type { MetricFigure } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { isWhole } from './trendWeeks';
import styles from './FigureTrend.module.css';

/** @internal */
export interface FigureTrendProps {
  figure: MetricFigure;
}

/** Fewer points than this are no trend. */
const FEWEST = 3;

/** How a figure went week by week, small; nothing where it cannot be told. */
export function FigureTrend(props: FigureTrendProps) {
  const { figure } = props;
  const { formats, t } = useVoice();
  const { trend, unit } = figure;
  const name = t(`metric.${figure.metric}`);

  if (unit === 'per-week') {
    const counts = trend.map(({ sampleSize }) => sampleSize);
    return counts.length < FEWEST ? null : (
      <span className={styles.bars}>
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
      </span>
    );
  }
  const points = trend.map(({ value }) => value);
  const known = points.filter((value): value is number => value !== undefined);
  // A week has too few deployments for a share of them.
  if (known.length < FEWEST || figure.state !== 'ok' || unit === 'ratio') {
    return null;
  }
  return (
    <TrendLine
      points={points}
      label={t('strip.trend', {
        name,
        first: formats.duration(known[0]),
        last: formats.duration(known[known.length - 1]),
      })}
    />
  );
}

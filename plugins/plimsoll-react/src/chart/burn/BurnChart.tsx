import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../format';
import type { MarkerLane } from '../../markers';
import { plimsollTranslationRef } from '../../translation';
import { isExcluded } from '../isExcluded';
import { linePath } from '../linePath';
import { TimePlot } from '../TimePlot';
import type { TimeGap, TimePoint, TimeRange } from '../TimeRange';
import { burnFinding, peakBurn } from './burnFinding';
import { BurnPeak } from './BurnPeak';
import { burnScale } from './burnScale';
import type { BurnThreshold } from './BurnThreshold';
import { ThresholdLines } from './ThresholdLines';
import styles from './BurnChart.module.css';

/** @public */
export interface BurnChartProps {
  range: TimeRange;
  /** Burn rate at each instant, ascending. */
  points: readonly TimePoint[];
  /** Rates that page; the even pace of 1× is always drawn. */
  thresholds: readonly BurnThreshold[];
  gaps?: readonly TimeGap[];
  /** Stretches that corrections exclude. */
  excluded?: readonly TimeRange[];
  endsNow?: boolean;
  lanes?: readonly MarkerLane[];
  /** Asks for another range, see {@link TimePlotProps.onRange}. */
  onRange?(range: TimeRange): void;
}

const BOTTOM = 134;

/**
 * The burn rate over time on a logarithmic axis, with the rates that page.
 *
 * @public
 */
export function BurnChart(props: BurnChartProps) {
  const { range, points, thresholds, gaps, endsNow, lanes, onRange } = props;
  const { excluded = [] } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { y, ticks } = burnScale({ points, bottom: BOTTOM });
  const peak = peakBurn(points);
  // Where nothing pages, only the extreme is worth a word.
  const pages = thresholds.filter(({ severity }) => severity === 'page');
  const notable = Math.min(...pages.map(({ factor }) => factor), 100);

  return (
    <TimePlot
      range={range}
      bottom={BOTTOM}
      finding={burnFinding({ points, formats, t })}
      gaps={gaps}
      excluded={excluded}
      gapLabelAt="top"
      endsNow={endsNow}
      lanes={lanes}
      onRange={onRange}
      ticks={ticks.map(value => ({
        y: y(value),
        label: t('chart.times', { factor: formats.count(value) }),
        line: 'none',
      }))}
      instants={points.map(({ at }) => at)}
      describe={index => {
        const { at, value } = points[index];
        return {
          time: formats.instant(at, 'short'),
          value:
            value === undefined
              ? t(isExcluded(at, excluded) ? 'chart.excluded' : 'chart.noData')
              : formats.burnRate(value),
        };
      }}
    >
      {({ x, left, right, compact }) => (
        <>
          <ThresholdLines
            thresholds={thresholds}
            y={y}
            left={left}
            right={right}
            compact={compact}
          />
          <path className={styles.line} d={linePath(points, { x, y })} />
          {peak && peak.value >= notable && (
            <BurnPeak
              peak={peak}
              x={x(peak.at)}
              y={y(peak.value)}
              right={right}
            />
          )}
        </>
      )}
    </TimePlot>
  );
}

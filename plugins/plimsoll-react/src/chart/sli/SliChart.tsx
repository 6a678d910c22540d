import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '../../format';
import type { MarkerLane } from '../../markers';
import { plimsollTranslationRef } from '../../translation';
import { isKnown } from '../lastKnown';
import { isExcluded } from '../isExcluded';
import { linePath } from '../linePath';
import { TimePlot } from '../TimePlot';
import type { TimeGap, TimePoint, TimeRange } from '../TimeRange';
import { ninesScale } from './ninesScale';
import { formatTick } from './formatTick';
import styles from './SliChart.module.css';

/** @public */
export interface SliChartProps {
  range: TimeRange;
  /** Share of good units (0..1) within each step, ascending. */
  points: readonly TimePoint[];
  /** The promise, 0..1. */
  target: number;
  /** The promise as the document writes it: "99.9%". */
  targetText: string;
  gaps?: readonly TimeGap[];
  /** Stretches that corrections exclude. */
  excluded?: readonly TimeRange[];
  endsNow?: boolean;
  lanes?: readonly MarkerLane[];
  /** Asks for another range, see {@link TimePlotProps.onRange}. */
  onRange?(range: TimeRange): void;
}

const BOTTOM = 130;

/**
 * What was measured over time, on an axis of nines, with the target.
 *
 * @public
 */
export function SliChart(props: SliChartProps) {
  const { range, points, target, targetText, gaps, endsNow, lanes, onRange } =
    props;
  const { excluded = [] } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const { y, ticks } = ninesScale({ points, target, bottom: BOTTOM });
  const known = points.filter(isKnown);

  return (
    <TimePlot
      range={range}
      bottom={BOTTOM}
      finding={
        known.length === 0
          ? t('finding.nothing')
          : t('finding.sli', {
              below: formats.count(
                known.filter(({ value }) => value < target).length,
              ),
              count: known.length,
              total: formats.count(known.length),
              target: targetText,
            })
      }
      gaps={gaps}
      excluded={excluded}
      endsNow={endsNow}
      lanes={lanes}
      onRange={onRange}
      ticks={ticks.map(value => ({
        y: y(value),
        label: formatTick(value, formats.locale),
        line: 'grid',
      }))}
      instants={points.map(({ at }) => at)}
      describe={index => {
        const { at, value } = points[index];
        return {
          time: formats.instant(at, 'short'),
          value:
            value === undefined
              ? t(isExcluded(at, excluded) ? 'chart.excluded' : 'chart.noData')
              : formats.measured(value, { target }),
        };
      }}
    >
      {({ x, left, right, compact }) => (
        <>
          <path
            className={styles.target}
            d={`M${left} ${y(target)}H${right}`}
          />
          <path className={styles.line} d={linePath(points, { x, y })} />
          <text className={styles.label} x={right + 8} y={y(target) + 4}>
            {compact ? targetText : t('chart.target', { target: targetText })}
          </text>
        </>
      )}
    </TimePlot>
  );
}

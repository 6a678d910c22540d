import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DEFAULT_LOAD_LINE } from '../../budget';
import { useFormats } from '../../format';
import type { MarkerLane } from '../../markers';
import { plimsollTranslationRef } from '../../translation';
import { isExcluded } from '../isExcluded';
import { areaPath, linePath } from '../linePath';
import { TimePlot } from '../TimePlot';
import type { TimeGap, TimePoint, TimeRange } from '../TimeRange';
import { budgetFinding } from './budgetFinding';
import { BudgetFills } from './BudgetFills';
import { BudgetLabels } from './BudgetLabels';
import { budgetScale } from './budgetScale';
import styles from './BudgetChart.module.css';

/** @public */
export interface BudgetChartProps {
  range: TimeRange;
  /** Budget left (1 is all of it) at each instant, ascending. */
  points: readonly TimePoint[];
  /** A calendar window's budget against its volume so far: a thin line. */
  soFar?: readonly TimePoint[];
  gaps?: readonly TimeGap[];
  /** Stretches that corrections exclude. */
  excluded?: readonly TimeRange[];
  /** The budget of all that was measured, where corrections change it. */
  raw?: readonly TimePoint[];
  /** Share at which the policy warns, 0.2 by default. */
  loadLine?: number;
  endsNow?: boolean;
  lanes?: readonly MarkerLane[];
  /** Asks for another range, see {@link TimePlotProps.onRange}. */
  onRange?(range: TimeRange): void;
}

const BOTTOM = 138;

/**
 * The budget over time, from all to nothing and below, with the load line.
 *
 * @public
 */
export function BudgetChart(props: BudgetChartProps) {
  const { range, points, soFar = [], gaps, endsNow, lanes, onRange } = props;
  const { loadLine = DEFAULT_LOAD_LINE, excluded = [], raw = [] } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const clipId = useId();

  const { y, ticks } = budgetScale({
    points: [...points, ...soFar, ...raw],
    bottom: BOTTOM,
  });
  return (
    <TimePlot
      range={range}
      bottom={BOTTOM}
      finding={budgetFinding({ points, formats, t })}
      gaps={gaps}
      excluded={excluded}
      endsNow={endsNow}
      lanes={lanes}
      onRange={onRange}
      ticks={ticks.map(value => ({
        y: y(value),
        label: formats.share(value, { decimals: 0 }),
        line: value === 0 ? 'zero' : 'grid',
      }))}
      instants={points.map(({ at }) => at)}
      describe={index => {
        const { at, value } = points[index];
        const measured = raw[index]?.value;
        const words =
          value === undefined
            ? t(isExcluded(at, excluded) ? 'chart.excluded' : 'chart.noData')
            : formats.budgetLeft(value);
        return {
          time: formats.instant(at, 'short'),
          value:
            measured === undefined
              ? words
              : t('chart.besideRaw', {
                  value: words,
                  raw: formats.share(measured),
                }),
        };
      }}
    >
      {({ x, left, right, compact }) => {
        const scales = { x, y };
        return (
          <>
            <BudgetFills
              id={clipId}
              area={areaPath(points, { ...scales, base: 0 })}
              zero={y(0)}
              bottom={BOTTOM}
              left={left}
              right={right}
            />
            <path className={styles.soFar} d={linePath(soFar, scales)} />
            <path className={styles.raw} d={linePath(raw, scales)} />
            <path className={styles.line} d={linePath(points, scales)} />
            <path
              className={styles.loadLine}
              d={`M${left} ${y(loadLine)}H${right}`}
            />
            <BudgetLabels
              points={points}
              soFar={soFar}
              loadLine={loadLine}
              x={x}
              y={y}
              left={left}
              right={right}
              compact={compact}
            />
          </>
        );
      }}
    </TimePlot>
  );
}

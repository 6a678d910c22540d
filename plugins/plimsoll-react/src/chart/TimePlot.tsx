import '../theme/roles.css';
import { useId, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { MarkerLane } from '../markers';
import { MarkerLaneView } from '../markers/MarkerLaneView';
import { plimsollTranslationRef } from '../translation';
import { CursorReadout } from './CursorReadout';
import { GapBands } from './GapBands';
import { HatchPattern } from './HatchPattern';
import { nearestPoint } from './nearestPoint';
import { plotGeometry, PLOT_TOP, type PlotGeometry } from './plotGeometry';
import { TimeAxis } from './TimeAxis';
import type { TimeGap, TimeRange } from './TimeRange';
import { timeTicks } from './timeTicks';
import { useElementWidth } from '../media';
import { usePointCursor } from './usePointCursor';
import { ValueAxis, type ValueTick } from './ValueAxis';
import styles from './TimePlot.module.css';

/** @public */
export interface TimePlotProps {
  range: TimeRange;
  /** Pixels from the top to the lowest value. */
  bottom: number;
  /** A sentence that says what the chart shows. */
  finding: string;
  ticks: readonly ValueTick[];
  gaps?: readonly TimeGap[];
  /** Where gaps are labelled, `bottom` by default. */
  gapLabelAt?: 'top' | 'bottom';
  /** The range ends now: its end is labelled so. */
  endsNow?: boolean;
  /** Instants that the cursor walks, ascending. */
  instants: readonly Date[];
  /** Time and value of a point, in words. */
  describe(index: number): { time: string; value: string };
  /** Marks of other plugins under the plot. */
  lanes?: readonly MarkerLane[];
  children(geometry: PlotGeometry): ReactNode;
}

/** Pixels that a label of the time axis needs. */
const TICK_ROOM = 60;

/**
 * The frame of every chart on the time axis: grid, gaps, marks, and a cursor
 * for pointer and keys. One tab stop; what the keys reach is announced.
 *
 * @public
 */
export function TimePlot(props: TimePlotProps) {
  const {
    range,
    bottom,
    finding,
    ticks,
    gaps = [],
    instants,
    describe,
  } = props;
  const { lanes = [], endsNow = false, gapLabelAt = 'bottom' } = props;
  const { children } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const { ref, width } = useElementWidth<HTMLDivElement>(720);
  const cursor = usePointCursor({ count: instants.length });
  const hintId = useId();
  const hatchId = useId();

  const geometry = plotGeometry({ width, range });
  const { left, right, x } = geometry;
  const time = timeTicks({
    ...range,
    most: Math.max(2, Math.floor((right - left) / TICK_ROOM)),
  });
  const point = cursor.index === undefined ? undefined : describe(cursor.index);

  return (
    <div className={styles.plot} ref={ref}>
      <svg
        className={styles.picture}
        width={width}
        height={bottom + 6}
        role="img"
        aria-label={finding}
        aria-describedby={hintId}
        // The one tab stop of the chart: its points are walked by arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={cursor.onKeyDown}
        onBlur={cursor.clear}
        onPointerMove={event => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = x.invert(event.clientX - box.left);
          cursor.point(nearestPoint(instants, at));
        }}
        onPointerLeave={cursor.clear}
      >
        <defs>
          <HatchPattern id={hatchId} />
        </defs>
        {time.ticks.map(tick => (
          <path
            key={tick.getTime()}
            className={styles.grid}
            d={`M${x(tick)} ${PLOT_TOP}V${bottom}`}
          />
        ))}
        <ValueAxis ticks={ticks} left={left} right={right} />
        {children(geometry)}
        <GapBands
          gaps={gaps}
          geometry={geometry}
          bottom={bottom}
          hatchId={hatchId}
          labelAt={gapLabelAt}
        />
        {cursor.index !== undefined && (
          <path
            className={styles.cursor}
            d={`M${x(instants[cursor.index])} ${PLOT_TOP}V${bottom}`}
          />
        )}
      </svg>
      {lanes.map(lane => (
        <MarkerLaneView
          key={lane.id}
          lane={lane}
          x={x}
          left={left}
          right={right}
        />
      ))}
      <TimeAxis
        ticks={time.ticks}
        label={time.label}
        geometry={geometry}
        width={width}
        endsNow={endsNow}
      />
      {cursor.index !== undefined && point && (
        <CursorReadout {...point} x={x(instants[cursor.index])} width={width} />
      )}
      <VisuallyHidden>
        <span id={hintId}>{t('chart.hint')}</span>
        <span role="status">
          {cursor.announced && point ? t('chart.point', point) : ''}
        </span>
      </VisuallyHidden>
    </div>
  );
}

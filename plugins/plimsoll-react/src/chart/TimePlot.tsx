import '../theme/roles.css';
import { useId, type ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../format';
import type { MarkerLane } from '../markers';
import { MarkerLaneView } from '../markers/MarkerLaneView';
import { plimsollTranslationRef } from '../translation';
import { CursorReadout } from './CursorReadout';
import { ExcludedBands } from './ExcludedBands';
import { GapBands } from './GapBands';
import { hrefAt } from './hrefAt';
import { HatchPattern } from './HatchPattern';
import { nearestPoint } from './nearestPoint';
import { plotGeometry, PLOT_TOP, type PlotGeometry } from './plotGeometry';
import { TimeAxis } from './TimeAxis';
import type { TimeGap, TimeRange } from './TimeRange';
import { timeTicks } from './timeTicks';
import { useElementWidth } from '../media';
import { usePointCursor } from './usePointCursor';
import { useRangeSelection } from './useRangeSelection';
import { useZoomMotion } from './useZoomMotion';
import { ValueAxis, type ValueTick } from './ValueAxis';
import { zoomAround } from './zoomAround';
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
  /** Stretches that were measured and are not judged: shaded ground. */
  excluded?: readonly TimeRange[];
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
  /**
   * Asks for another range: by dragging, or by keys. Absent: the range is
   * fixed.
   */
  onRange?(range: TimeRange): void;
  children(geometry: PlotGeometry): ReactNode;
}

/** Pixels that a label of the time axis needs. */
const TICK_ROOM = 60;

/**
 * The frame of every chart on the time axis: grid, gaps, marks, and a cursor
 * for pointer and keys. One tab stop; what the keys reach is announced. A
 * stretch that is dragged over, or selected by Shift with the arrow keys and
 * Enter, is asked for; Enter alone opens the mark at the point, or asks for
 * what lies around it.
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
    excluded = [],
    instants,
    describe,
  } = props;
  const { lanes = [], endsNow = false, gapLabelAt = 'bottom' } = props;
  const { onRange, children } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const { ref, width } = useElementWidth<HTMLDivElement>(720);
  const cursor = usePointCursor({ count: instants.length });
  const hintId = useId();
  const hatchId = useId();

  const geometry = plotGeometry({ width, range });
  const { left, right, x } = geometry;
  const at = cursor.index === undefined ? undefined : instants[cursor.index];
  const selection = useRangeSelection({
    geometry,
    cursor: at,
    newest: instants[instants.length - 1],
    onRange,
  });
  const { selected } = selection;
  const motion = useZoomMotion({ range, geometry });
  const formats = useFormats();
  const navigate = useNavigate();
  const time = timeTicks({
    ...range,
    most: Math.max(2, Math.floor((right - left) / TICK_ROOM)),
  });
  const point = cursor.index === undefined ? undefined : describe(cursor.index);

  const enter = () => {
    const href =
      selected || cursor.index === undefined
        ? undefined
        : hrefAt({ index: cursor.index, instants, lanes });
    if (href) {
      navigate(href);
    } else if (selected ?? at) {
      onRange?.(selected ?? zoomAround({ at: at ?? range.to, range }));
    }
    selection.clear();
  };
  const status = () => {
    if (!cursor.announced || !point) {
      return '';
    }
    return selected
      ? t('chart.selected', {
          from: formats.instant(selected.from, 'short'),
          to: formats.instant(selected.to, 'short'),
        })
      : t('chart.point', point);
  };

  return (
    <div className={styles.plot} ref={ref}>
      <svg
        className={styles.picture}
        data-selectable={onRange ? true : undefined}
        width={width}
        height={bottom + 6}
        role="img"
        aria-label={finding}
        aria-describedby={hintId}
        // The one tab stop of the chart: its points are walked by arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={event => {
          selection.onKeyDown(event);
          cursor.onKeyDown(event);
          if (event.key === 'Enter') {
            enter();
          }
        }}
        onBlur={() => {
          cursor.clear();
          selection.clear();
        }}
        onPointerDown={selection.onPointerDown}
        onPointerUp={selection.onPointerUp}
        onPointerCancel={selection.clear}
        onPointerMove={event => {
          selection.onPointerMove(event);
          const box = event.currentTarget.getBoundingClientRect();
          const under = x.invert(event.clientX - box.left);
          cursor.point(nearestPoint(instants, under));
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
        <ExcludedBands
          excluded={excluded}
          geometry={geometry}
          bottom={bottom}
        />
        <ValueAxis ticks={ticks} left={left} right={right} />
        {selected && (
          <rect
            className={styles.selected}
            x={x(selected.from)}
            y={PLOT_TOP}
            width={x(selected.to) - x(selected.from)}
            height={bottom - PLOT_TOP}
          />
        )}
        <g
          key={motion.key}
          className={motion.style && styles.zoomed}
          style={motion.style}
        >
          {children(geometry)}
        </g>
        <GapBands
          gaps={gaps}
          geometry={geometry}
          bottom={bottom}
          hatchId={hatchId}
          labelAt={gapLabelAt}
        />
        {at && (
          <path
            className={styles.cursor}
            d={`M${x(at)} ${PLOT_TOP}V${bottom}`}
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
      {at && point && <CursorReadout {...point} x={x(at)} width={width} />}
      <VisuallyHidden>
        <span id={hintId}>
          {t('chart.hint')} {onRange && t('chart.zoomHint')}
        </span>
        <span role="status">{status()}</span>
      </VisuallyHidden>
    </div>
  );
}

import '../../theme/roles.css';
import { useId } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { useNavigate } from 'react-router-dom';
import type { MarkerLane } from '../../markers';
import { MarkerLaneView } from '../../markers/MarkerLaneView';
import { useElementWidth } from '../../media';
import { plimsollTranslationRef } from '../../translation';
import { CursorReadout } from '../CursorReadout';
import { HatchPattern } from '../HatchPattern';
import { hrefAt } from '../hrefAt';
import { PLOT_TOP } from '../plotGeometry';
import type { TimeRange } from '../TimeRange';
import { usePointCursor } from '../usePointCursor';
import { ValueAxis } from '../ValueAxis';
import { BarCallout } from './BarCallout';
import { barGeometry } from './barGeometry';
import { barScale } from './barScale';
import { BarView } from './BarView';
import { SeriesLabels } from './SeriesLabels';
import { SeriesSwatch } from './SeriesSwatch';
import type { BarSeries, StackedBar } from './StackedBar';
import { thinLabels } from './thinLabels';
import styles from './StackedBarChart.module.css';

/** @public */
export interface StackedBarChartProps {
  range: TimeRange;
  /** Ascending, without overlap. */
  bars: readonly StackedBar[];
  /** From the lowest part of a bar to the highest. */
  series: readonly BarSeries[];
  /** A sentence that says what the chart shows. */
  finding: string;
  /** How a value of the axis reads. */
  formatTick(value: number): string;
  /** Day and value of a bar, in words. */
  describe(index: number): { time: string; value: string };
  /** Marks above the bars, a lane each. */
  lanes?: readonly MarkerLane[];
  /** The largest step, with what made it. */
  callout?: { at: Date; text: string };
  /** Stands above the hatched bars at the end: "bill due". */
  incompleteNote?: string;
  /** Pixels from the top to the zero line, 240 by default. */
  bottom?: number;
}

/** Pixels that a label under a bar needs. */
const LABEL_ROOM = 58;

/**
 * Sums over time by what they are made of. Bars begin at zero, money that
 * comes back hangs below it, and what is not complete is hatched. One tab stop:
 * arrow keys walk the bars, Enter opens the mark that lies at one.
 *
 * @public
 */
export function StackedBarChart(props: StackedBarChartProps) {
  const { range, bars, series, finding, formatTick, describe } = props;
  const { lanes = [], callout, incompleteNote, bottom = 240 } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const { ref, width } = useElementWidth<HTMLDivElement>(960);
  const cursor = usePointCursor({ count: bars.length });
  const navigate = useNavigate();
  const hintId = useId();
  const hatchId = useId();

  const geometry = barGeometry({ width, range });
  const { left, right, x, compact, barOf, barAt } = geometry;
  const { y, ticks } = barScale({ bars, bottom });
  const middles = bars.map(bar => (barOf(bar).left + barOf(bar).right) / 2);
  const labelled = bars.flatMap(({ label }, index) =>
    label === undefined ? [] : [{ label, place: middles[index] }],
  );
  const { index } = cursor;
  const under = index === undefined ? undefined : bars[index];
  const point = index === undefined ? undefined : describe(index);
  const firstDue = bars.findIndex(({ incomplete }) => incomplete);

  const enter = () => {
    const href =
      index === undefined
        ? undefined
        : hrefAt({
            index,
            instants: bars.map(({ from, to }) => new Date((+from + +to) / 2)),
            lanes,
          });
    if (href) {
      navigate(href);
    }
  };

  return (
    <div className={styles.plot} ref={ref}>
      {lanes.map(lane => (
        <MarkerLaneView
          key={lane.id}
          lane={lane}
          x={x}
          left={left}
          right={right}
        />
      ))}
      <svg
        className={styles.picture}
        width={width}
        height={bottom + 24}
        role="img"
        aria-label={finding}
        aria-describedby={hintId}
        // The one tab stop of the chart: its bars are walked by arrow keys.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={event => {
          cursor.onKeyDown(event);
          if (event.key === 'Enter') {
            enter();
          }
        }}
        onBlur={cursor.clear}
        onPointerMove={event => {
          const box = event.currentTarget.getBoundingClientRect();
          cursor.point(barAt(bars, event.clientX - box.left));
        }}
        onPointerLeave={cursor.clear}
      >
        <defs>
          <HatchPattern id={hatchId} />
        </defs>
        <ValueAxis
          ticks={ticks.map(value => ({
            y: y(value),
            label: formatTick(value),
            line: value === 0 ? 'zero' : 'grid',
          }))}
          left={left}
          right={right}
        />
        {bars.map(bar => (
          <BarView
            key={bar.from.getTime()}
            bar={bar}
            {...barOf(bar)}
            y={y}
            hatchId={hatchId}
          />
        ))}
        <path className={styles.under} d={`M${left} ${y(0)}H${right}`} />
        {firstDue >= 0 && incompleteNote && (
          <text
            className={styles.note}
            x={right}
            y={Math.max(
              PLOT_TOP + 12,
              y(bars[firstDue].expected ?? ticks[ticks.length - 1]) - 8,
            )}
            textAnchor="end"
            aria-hidden
          >
            {incompleteNote}
          </text>
        )}
        {callout && (
          <BarCallout
            text={callout.text}
            x={x(callout.at)}
            left={left}
            right={right}
            bottom={bottom}
          />
        )}
        {!compact && (
          <SeriesLabels
            series={series}
            bar={[...bars].reverse().find(({ incomplete }) => !incomplete)}
            x={right}
            y={y}
          />
        )}
        {under && (
          <rect
            className={styles.under}
            x={barOf(under).left}
            y={PLOT_TOP}
            width={Math.max(1, barOf(under).right - barOf(under).left)}
            height={bottom - PLOT_TOP}
            rx="2"
          />
        )}
        {thinLabels(
          labelled.map(({ place }) => place),
          LABEL_ROOM,
        ).map(shown => (
          <text
            key={labelled[shown].place}
            className={styles.tick}
            x={Math.max(22, labelled[shown].place)}
            y={bottom + 18}
            aria-hidden
          >
            {labelled[shown].label}
          </text>
        ))}
      </svg>
      {compact && (
        <ul className={styles.legend} aria-hidden>
          {series.map(({ id, label }, place) => (
            <li key={id}>
              <SeriesSwatch index={place} />
              {label}
            </li>
          ))}
        </ul>
      )}
      {index !== undefined && point && (
        <CursorReadout {...point} x={middles[index]} width={width} />
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

import { PLOT_TOP } from '../plotGeometry';
import { seriesColor } from './SeriesSwatch';
import type { StackedBar } from './StackedBar';
import { stackBar } from './stackBar';
import styles from './StackedBarChart.module.css';

/** @internal */
export interface BarViewProps {
  bar: StackedBar;
  /** Pixels of its edges. */
  left: number;
  right: number;
  y(value: number): number;
  hatchId: string;
}

/** One bar: its parts on each other, or hatched while it is not complete. */
export function BarView(props: BarViewProps) {
  const { bar, left, right, y, hatchId } = props;
  const width = Math.max(1, right - left);
  if (bar.incomplete) {
    const top = bar.expected === undefined ? PLOT_TOP : y(bar.expected);
    return (
      <rect
        className={styles.incomplete}
        data-incomplete
        x={left}
        y={Math.min(top, y(0))}
        width={width}
        height={Math.max(1, Math.abs(y(0) - top))}
        fill={`url(#${hatchId})`}
      />
    );
  }
  return (
    <g data-bar>
      {stackBar(bar.parts).map(({ series, low, high }) => (
        <rect
          key={series}
          className={styles.part}
          x={left}
          y={y(high)}
          width={width}
          height={y(low) - y(high)}
          style={{ fill: seriesColor(series) }}
        />
      ))}
    </g>
  );
}

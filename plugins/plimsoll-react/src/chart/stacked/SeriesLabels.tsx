import { spreadLabels } from '../spreadLabels';
import { seriesColor } from './SeriesSwatch';
import type { BarSeries, StackedBar } from './StackedBar';
import { stackBar } from './stackBar';
import styles from './StackedBarChart.module.css';

/** @internal */
export interface SeriesLabelsProps {
  series: readonly BarSeries[];
  /** The bar beside which they stand. */
  bar: StackedBar | undefined;
  /** Pixels of the plot's right end. */
  x: number;
  y(value: number): number;
}

/** Names at the data: each beside its part of the last bar. */
export function SeriesLabels(props: SeriesLabelsProps) {
  const { series, bar, x, y } = props;
  const pieces = bar ? stackBar(bar.parts) : [];
  const places = spreadLabels(
    pieces.map(({ low, high }) => y((low + high) / 2)),
  );
  return (
    <g aria-hidden>
      {pieces.map((piece, index) => (
        <g
          key={piece.series}
          transform={`translate(${x + 10} ${places[index]})`}
        >
          <rect
            y="-4.5"
            width="9"
            height="9"
            rx="2"
            style={{ fill: seriesColor(piece.series) }}
          />
          <text className={styles.label} x="15" y="4">
            {series[piece.series].label}
          </text>
        </g>
      ))}
    </g>
  );
}

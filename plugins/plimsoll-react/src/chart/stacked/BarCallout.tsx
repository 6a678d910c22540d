import { PLOT_TOP } from '../plotGeometry';
import styles from './StackedBarChart.module.css';

/** @internal */
export interface BarCalloutProps {
  text: string;
  /** Pixels of the line, and of the plot. */
  x: number;
  left: number;
  right: number;
  bottom: number;
}

/** A dashed line through the bars, and what happened there. */
export function BarCallout(props: BarCalloutProps) {
  const { text, x, left, right, bottom } = props;
  const before = x - left > right - x;
  return (
    <g aria-hidden>
      <path className={styles.calloutLine} d={`M${x} 0V${bottom}`} />
      <text
        className={styles.callout}
        x={x + (before ? -6 : 6)}
        y={PLOT_TOP + 12}
        textAnchor={before ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  );
}

import '../theme/roles.css';
import styles from './TrendLine.module.css';

/** @public */
export interface TrendLineProps {
  /** Oldest first; a gap where nothing was measured. */
  points: ReadonlyArray<number | undefined>;
  /** The finding as a sentence: "From 4 h to 3 h over 13 weeks". */
  label: string;
}

const WIDTH = 84;
const HEIGHT = 20;
const INSET = 3;

/**
 * How a figure went, as small as a word. Broken where nothing was measured;
 * a point alone is a dot.
 *
 * @public
 */
export function TrendLine(props: TrendLineProps) {
  const { points, label } = props;
  const known = points.filter((point): point is number => point !== undefined);
  const lowest = Math.min(...known);
  const range = Math.max(...known) - lowest || 1;
  const x = (index: number) =>
    INSET + (index / Math.max(1, points.length - 1)) * (WIDTH - 2 * INSET);
  const y = (value: number) =>
    HEIGHT - INSET - ((value - lowest) / range) * (HEIGHT - 2 * INSET);

  const path = points
    .map((value, index) =>
      value === undefined
        ? ''
        : `${points[index - 1] === undefined ? 'M' : 'L'}${x(index).toFixed(
            1,
          )} ${y(value).toFixed(1)}`,
    )
    .join('');
  const last = points.length - 1;
  const alone = points.flatMap((value, index) =>
    value !== undefined &&
    (index === last ||
      (points[index - 1] === undefined && points[index + 1] === undefined))
      ? [{ index, value }]
      : [],
  );
  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path className={styles.line} d={path} />
      {alone.map(({ index, value }) => (
        <circle
          key={index}
          className={styles.point}
          cx={x(index)}
          cy={y(value)}
          r={index === last ? 2.5 : 1.5}
        />
      ))}
    </svg>
  );
}

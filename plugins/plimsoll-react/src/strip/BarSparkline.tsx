import '../theme/roles.css';
import styles from './BarSparkline.module.css';

/** One bar of a sparkline. @public */
export interface SparkBar {
  /** Not negative. */
  value: number;
  /** Its time is not over yet. */
  partial?: boolean;
}

/** @public */
export interface BarSparklineProps {
  bars: readonly SparkBar[];
  /** The finding as a sentence: "Between 3 and 7 a week". */
  label: string;
}

/**
 * Counts over time as bars from zero, the highest as high as the strip. A
 * time that is not over yet is drawn lighter.
 *
 * @public
 */
export function BarSparkline(props: BarSparklineProps) {
  const { bars, label } = props;
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <span className={styles.bars} role="img" aria-label={label}>
      {bars.map(({ value, partial }, index) => (
        <span
          // A bar is its place in time.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          className={styles.bar}
          data-partial={partial || undefined}
          data-none={value === 0 || undefined}
          style={{ blockSize: `${(value / highest) * 100}%` }}
        />
      ))}
    </span>
  );
}

import '../theme/roles.css';
import { stripPosition, type StripScale } from './stripScale';
import styles from './ChangeStrip.module.css';

/** @public */
export interface ChangeStripProps {
  /** The change, and the ends of its whisker. */
  value: number;
  low: number;
  high: number;
  /** The same for all strips of a column, with zero inside. */
  scale: StripScale;
  /** The finding as a sentence: "+7.5%, 95% interval +4% to +11%". */
  label: string;
}

/**
 * A change and how sure it is: a dot on its whisker, beside the line of no
 * change.
 *
 * @public
 */
export function ChangeStrip(props: ChangeStripProps) {
  const { value, low, high, scale, label } = props;
  const place = (at: number) => `${stripPosition(at, scale)}%`;
  const from = stripPosition(low, scale);
  return (
    <span className={styles.strip} role="img" aria-label={label}>
      <span className={styles.none} style={{ insetInlineStart: place(0) }} />
      <span
        className={styles.whisker}
        style={{
          insetInlineStart: `${from}%`,
          inlineSize: `${stripPosition(high, scale) - from}%`,
        }}
      />
      <span className={styles.dot} style={{ insetInlineStart: place(value) }} />
    </span>
  );
}

/**
 * One axis for the strips of a column: as far to both sides of zero as the
 * widest whisker goes.
 *
 * @public
 */
export function changeScale(
  changes: ReadonlyArray<{ low: number; high: number }>,
): StripScale {
  const far = Math.max(
    0,
    ...changes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]),
  );
  return far > 0 ? { min: -far, max: far } : { min: -1, max: 1 };
}

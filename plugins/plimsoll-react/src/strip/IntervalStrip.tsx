import { StripAxis } from './StripAxis';
import { stripPosition, type StripScale } from './stripScale';
import styles from './IntervalStrip.module.css';

/** @public */
export interface IntervalStripProps {
  /** The figure; left out where only its interval is known. */
  value?: number;
  /** Ends of the whisker. */
  low: number;
  high: number;
  target?: number;
  scale: StripScale;
  /** The finding as a sentence: "3.3%, 95% interval 0.9% to 11.2%". */
  label: string;
}

/**
 * A figure and how sure it is: a dot, a whisker, the target as a pin. The
 * dot is open where the figure itself is not known.
 *
 * @public
 */
export function IntervalStrip(props: IntervalStripProps) {
  const { value, low, high, target, scale, label } = props;
  const from = stripPosition(low, scale);
  const to = stripPosition(high, scale);
  return (
    <StripAxis scale={scale} target={target} label={label}>
      <span
        className={styles.whisker}
        style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
      />
      {value !== undefined && (
        <span
          className={styles.dot}
          style={{ insetInlineStart: `${stripPosition(value, scale)}%` }}
        />
      )}
    </StripAxis>
  );
}

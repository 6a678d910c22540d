import { StripAxis } from './StripAxis';
import { stripPosition, type StripScale } from './stripScale';
import styles from './DotStrip.module.css';

/** @public */
export interface DotStripProps {
  /** Too few for a figure: each is drawn. */
  samples: readonly number[];
  target?: number;
  scale: StripScale;
  /** The finding as a sentence: "11 min and 24 min". */
  label: string;
}

/**
 * Values that are too few for a figure, each as an open dot.
 *
 * @public
 */
export function DotStrip(props: DotStripProps) {
  const { samples, target, scale, label } = props;
  return (
    <StripAxis scale={scale} target={target} label={label}>
      {samples.map((sample, index) => (
        <span
          // Samples have no name, and their order is fixed.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          className={styles.sample}
          style={{ insetInlineStart: `${stripPosition(sample, scale)}%` }}
        />
      ))}
    </StripAxis>
  );
}

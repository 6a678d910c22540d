import '../../theme/roles.css';
import styles from './SeriesSwatch.module.css';

/** @public */
export interface SeriesSwatchProps {
  /** Place of the series, 0 is the lowest part of a bar. */
  index: number;
}

/**
 * The tint of a series, beside its name in tables and legends.
 *
 * @public
 */
export function SeriesSwatch(props: SeriesSwatchProps) {
  return (
    <span
      className={styles.swatch}
      style={{ background: seriesColor(props.index) }}
      aria-hidden
    />
  );
}

/** The tint of a series; the last one's for all that come after it. @public */
export function seriesColor(index: number): string {
  return `var(--plimsoll-share-${Math.min(6, index + 1)})`;
}

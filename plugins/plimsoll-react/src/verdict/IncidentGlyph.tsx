import '../theme/roles.css';
import styles from './VerdictGlyph.module.css';

/**
 * The mark of an incident on a time axis: SVG content in a box of 16 x 16
 * around the origin.
 *
 * @public
 */
export function IncidentGlyph() {
  return (
    <rect
      className={styles.incident}
      x="-2"
      y="-6"
      width="4"
      height="12"
      rx="1"
    />
  );
}

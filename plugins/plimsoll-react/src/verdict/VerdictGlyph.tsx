import '../theme/roles.css';
import type { VerdictKind } from './VerdictKind';
import styles from './VerdictGlyph.module.css';

/** @public */
export interface VerdictGlyphProps {
  verdict: VerdictKind;
}

const TRIANGLE = 'M0 -5.5L5.5 4.5H-5.5Z';

/**
 * The mark of a deployment on a time axis: SVG content in a box of 16 x 16
 * around the origin. A shape of its own for each verdict.
 *
 * @public
 */
export function VerdictGlyph(props: VerdictGlyphProps) {
  const { verdict } = props;
  return (
    <g data-verdict={verdict} className={styles.glyph}>
      {shapeOf(verdict)}
    </g>
  );
}

function shapeOf(verdict: VerdictKind) {
  switch (verdict) {
    case 'clean':
      return <path className={styles.solid} d={TRIANGLE} />;
    case 'pending':
      return <path className={styles.dashed} d={TRIANGLE} />;
    case 'failed':
      return (
        <>
          <circle className={styles.disc} r="6.5" />
          <path
            className={styles.cross}
            d="M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5"
          />
        </>
      );
    case 'suspect':
      return (
        <>
          <circle className={styles.suspect} r="6.2" />
          <path
            className={styles.question}
            d="M-1.9 -1.6A1.9 1.9 0 1 1 0 0.5V1.4M0 3.4V3.5"
          />
        </>
      );
    case 'prevented':
      return (
        <path className={styles.outline} d="M0 -5.5L5.5 0L0 5.5L-5.5 0Z" />
      );
    case 'rollback':
      return (
        <>
          <circle className={styles.outline} r="6.5" />
          <path
            className={styles.arrow}
            d="M-3 -0.6H1A2 2 0 0 1 1 3.2H-0.6M-3 -0.6L-0.9 -2.7M-3 -0.6L-0.9 1.5"
          />
        </>
      );
    default:
      return <circle className={styles.small} r="2.5" />;
  }
}

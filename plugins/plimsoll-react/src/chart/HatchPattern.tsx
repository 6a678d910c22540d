import styles from './HatchPattern.module.css';

/** @internal */
export interface HatchPatternProps {
  id: string;
  /** `unknown` is grey, `overdraft` the error line's colour. */
  tone?: 'unknown' | 'overdraft';
}

/**
 * Diagonal strokes for what is not known and for what was overspent.
 *
 * @internal
 */
export function HatchPattern(props: HatchPatternProps) {
  const { id, tone = 'unknown' } = props;
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className={styles.stroke} data-tone={tone} d="M0 0V5" />
    </pattern>
  );
}

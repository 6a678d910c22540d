import '../theme/roles.css';
import styles from './LoadLineMark.module.css';

/** @public */
export interface LoadLineMarkProps {
  /** Pixels across, 16 by default. */
  size?: number;
  className?: string;
}

/**
 * The load line: a circle crossed by a line. An ornament to the word beside
 * it, so it says nothing to screen readers.
 *
 * @public
 */
export function LoadLineMark(props: LoadLineMarkProps) {
  const { size = 16, className } = props;
  return (
    <svg
      className={className ?? styles.mark}
      width={size}
      height={size}
      viewBox="-8 -8 16 16"
      aria-hidden
    >
      <circle r="4.4" />
      <path d="M-8 0h16" />
    </svg>
  );
}

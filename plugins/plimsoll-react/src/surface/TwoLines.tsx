import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './TwoLines.module.css';

/** @public */
export interface TwoLinesProps {
  /** The first line: a name, a figure. */
  children: ReactNode;
  /** The second line: whose it is, what the figure stands on. */
  second?: ReactNode;
  /** Pixels below which the cell does not shrink. */
  leastWidth?: number;
}

/**
 * A cell of a table with two lines of text; in a numeric column both stand at
 * its end.
 *
 * @public
 */
export function TwoLines(props: TwoLinesProps) {
  const { children, second, leastWidth } = props;
  return (
    <span className={styles.lines} style={{ minWidth: leastWidth }}>
      <span>{children}</span>
      {second && <span className={styles.second}>{second}</span>}
    </span>
  );
}

/**
 * Words of lesser weight inside a cell: what is not there, whose it is.
 *
 * @public
 */
export function SecondText(props: { children: ReactNode }) {
  return <span className={styles.second}>{props.children}</span>;
}

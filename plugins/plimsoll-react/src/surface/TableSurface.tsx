import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './TableSurface.module.css';

/** @public */
export interface TableSurfaceProps {
  /** A BUI `Table`. */
  children: ReactNode;
}

/**
 * Gives the BUI table inside it this design's hairlines, padding and column
 * widths; it scrolls inside, and its first column stays.
 *
 * @public
 */
export function TableSurface(props: TableSurfaceProps) {
  return <div className={styles.surface}>{props.children}</div>;
}

import type { ReactNode } from 'react';
import styles from './HatchKey.module.css';

/** What hatched bars mean. */
export function HatchKey(props: { children: ReactNode }) {
  return (
    <span className={styles.key}>
      <span className={styles.swatch} aria-hidden />
      {props.children}
    </span>
  );
}

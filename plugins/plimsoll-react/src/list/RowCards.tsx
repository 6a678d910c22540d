import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './RowCards.module.css';

/**
 * Rows of a table on a narrow screen: what a row drops, its page shows.
 *
 * @param props.children - of `RowCard`
 * @public
 */
export function RowCards(props: { children: ReactNode }) {
  return <ul className={styles.cards}>{props.children}</ul>;
}

/** @public */
export interface RowCardProps {
  /** What it is; at its end its state. */
  name: ReactNode;
  state?: ReactNode;
  /** Over the whole width: a bar, figures. */
  children?: ReactNode;
  /** The last line, and what stands at its end. */
  foot?: ReactNode;
  footEnd?: ReactNode;
}

/**
 * One row of a table as a card.
 *
 * @public
 */
export function RowCard(props: RowCardProps) {
  const { name, state, children, foot, footEnd } = props;
  return (
    <li className={styles.card}>
      <div>{name}</div>
      <div className={styles.end}>{state}</div>
      {children && <div className={styles.whole}>{children}</div>}
      {foot && <div>{foot}</div>}
      {footEnd && <div className={styles.end}>{footEnd}</div>}
    </li>
  );
}

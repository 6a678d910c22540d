import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './CardList.module.css';

/**
 * The rows of a card, divided by hairlines.
 *
 * @param props.children - of `CardItem` or `FigureRow`
 * @public
 */
export function CardList(props: { children: ReactNode }) {
  return <ul className={styles.rows}>{props.children}</ul>;
}

/**
 * One row of a card.
 *
 * @public
 */
export function CardItem(props: { children: ReactNode }) {
  return <li className={styles.row}>{props.children}</li>;
}

import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './CardFooter.module.css';

/**
 * How fresh and how complete a card is, at its lower edge.
 *
 * @param props.children - paragraphs, one below the other
 * @public
 */
export function CardFooter(props: { children: ReactNode }) {
  return <div className={styles.footer}>{props.children}</div>;
}

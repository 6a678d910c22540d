import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './PageStack.module.css';

/** @public */
export interface PageStackProps {
  children: ReactNode;
  /** What is shown is of an earlier question; an answer is awaited. */
  outdated?: boolean;
}

/**
 * The blocks of a page or tab, one below the other, with the page's type.
 *
 * @public
 */
export function PageStack(props: PageStackProps) {
  const { children, outdated } = props;
  return (
    <div
      className={styles.stack}
      data-outdated={outdated || undefined}
      aria-busy={outdated}
    >
      {children}
    </div>
  );
}

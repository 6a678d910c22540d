import '../theme/roles.css';
import type { ReactNode } from 'react';
import styles from './CodeBlock.module.css';

/** @public */
export interface CodeBlockProps {
  /** Says what the block holds, for screen readers. */
  label: string;
  children: ReactNode;
}

/**
 * Text to copy: documents, queries, formulas. Long lines scroll inside, so
 * the block can be reached by keyboard.
 *
 * @public
 */
export function CodeBlock(props: CodeBlockProps) {
  const { label, children } = props;
  return (
    // A region that scrolls must be reachable without a pointer.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.block} role="region" aria-label={label} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}

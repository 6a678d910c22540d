import '../theme/roles.css';
import type { ReactNode } from 'react';
import { stripPosition, type StripScale } from './stripScale';
import styles from './StripAxis.module.css';

/** @internal */
export interface StripAxisProps {
  scale: StripScale;
  /** Drawn as a pin. */
  target?: number;
  /** The finding as a sentence. */
  label: string;
  children: ReactNode;
}

/** The line that a strip's dots stand on, and the target's pin. @internal */
export function StripAxis(props: StripAxisProps) {
  const { scale, target, label, children } = props;
  return (
    <span className={styles.strip} role="img" aria-label={label}>
      <span className={styles.axis} />
      {children}
      {target !== undefined && (
        <span
          className={styles.target}
          style={{ insetInlineStart: `${stripPosition(target, scale)}%` }}
        />
      )}
    </span>
  );
}

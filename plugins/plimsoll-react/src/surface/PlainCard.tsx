import '../theme/roles.css';
import type { ReactNode } from 'react';
import { Card } from '@backstage/ui';
import styles from './PlainCard.module.css';

/** @public */
export interface PlainCardProps {
  children: ReactNode;
  /** Tables bring their own padding. */
  flush?: boolean;
  /** Names the card for screen readers. */
  label?: string;
}

/**
 * BUI's card with the padding that this design asks for.
 *
 * @public
 */
export function PlainCard(props: PlainCardProps) {
  const { children, flush, label } = props;
  return (
    <Card
      className={styles.card}
      data-flush={flush || undefined}
      {...(label && { role: 'region', 'aria-label': label })}
    >
      {children}
    </Card>
  );
}

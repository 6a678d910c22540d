import type { ReactNode } from 'react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import styles from './TableCard.module.css';

/** @internal */
export interface TableCardProps {
  title: string;
  subtitle?: ReactNode;
  /** At the end of the head. */
  actions?: ReactNode;
  /** A table, which brings its own padding. */
  children: ReactNode;
}

/** A card that holds one table, or says why there is none. */
export function TableCard(props: TableCardProps) {
  const { title, subtitle, actions, children } = props;
  return (
    <PlainCard flush label={title}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {actions}
      </div>
      <div className={styles.body}>{children}</div>
    </PlainCard>
  );
}

/** What stands in a card in place of its table. */
export function InsteadOfTable(props: { children: ReactNode }) {
  return <div className={styles.instead}>{props.children}</div>;
}

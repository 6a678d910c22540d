import type { ReactNode } from 'react';
import styles from './ExplainSection.module.css';

/** One part of an explanation. */
export function ExplainSection(props: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** @internal */
export interface ExplainRowsProps {
  rows: ReadonlyArray<{ name: string; value: string }>;
  /** The last row is what the others come to. */
  sum?: boolean;
}

/** Names and values, one below the other. */
export function ExplainRows(props: ExplainRowsProps) {
  const { rows, sum } = props;
  return (
    <dl className={styles.rows}>
      {rows.map(({ name, value }, index) => (
        <div
          key={`${name} ${value}`}
          className={styles.row}
          data-sum={(sum && index === rows.length - 1) || undefined}
        >
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

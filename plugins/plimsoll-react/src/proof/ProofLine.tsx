import '../theme/roles.css';
import type { ReactNode } from 'react';
import { RiFileCheckLine } from '@remixicon/react';
import { PlainCard } from '../surface';
import styles from './ProofLine.module.css';

/** What a page's figures stand on. @public */
export interface ProofEntry {
  id: string;
  /** "Complete to". */
  label: string;
  /** "17 Nov", set bold. */
  value?: string;
}

/** @public */
export interface ProofLineProps {
  /** "Proof". */
  title: string;
  entries: readonly ProofEntry[];
  /** At the end: where the proof itself lies. */
  more?: ReactNode;
}

/**
 * What all figures of a page stand on, in one line at its end.
 *
 * @public
 */
export function ProofLine(props: ProofLineProps) {
  const { title, entries, more } = props;
  return (
    <PlainCard label={title}>
      <div className={styles.line}>
        <span className={styles.title}>
          <RiFileCheckLine size={16} aria-hidden />
          {title}
        </span>
        <ul className={styles.entries}>
          {entries.map(({ id, label, value }) => (
            <li key={id}>
              {label} {value && <strong>{value}</strong>}
            </li>
          ))}
        </ul>
        {more && <span className={styles.more}>{more}</span>}
      </div>
    </PlainCard>
  );
}

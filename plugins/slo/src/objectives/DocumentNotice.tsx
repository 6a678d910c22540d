import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { RiFileWarningLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './DocumentNotice.module.css';

/** @internal */
export interface DocumentNoticeProps {
  title: string;
  why: string;
  entries: ReadonlyArray<{ key: string; name: string; lines: ReactNode[] }>;
  /** Where there are more than those listed. */
  more?: string;
}

/** Documents that something is the matter with, folded until asked for. */
export function DocumentNotice(props: DocumentNoticeProps) {
  const { title, why, entries, more } = props;
  return (
    <PlainCard>
      <details className={styles.notice}>
        <summary className={styles.summary}>
          <RiFileWarningLine size={16} aria-hidden />
          <span>
            <strong>{title}</strong> {why}
          </span>
        </summary>
        <ul className={styles.names}>
          {entries.map(({ key, name, lines }) => (
            <li key={key}>
              <strong>{name}</strong>
              <ul className={styles.places}>
                {lines.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            </li>
          ))}
          {more !== undefined && <li>{more}</li>}
        </ul>
      </details>
    </PlainCard>
  );
}

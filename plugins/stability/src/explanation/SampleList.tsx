import { useState } from 'react';
import { Button } from '@backstage/ui';
import { AccentLink } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import styles from './SampleList.module.css';

/** One deployment or incident behind a number. */
export interface SampleEntry {
  id: string;
  name: string;
  href?: string;
  at: string;
  /** Its duration, where the number is made of durations. */
  value: string;
  /** Evidence, or why it was left out. */
  note: string;
  /** It is one of those that the rate counts. */
  strong: boolean;
  leftOut: boolean;
}

/** @internal */
export interface SampleListProps {
  entries: readonly SampleEntry[];
}

/** So many are read at a glance. */
const FIRST = 8;

/** The list behind a number; those that the rate counts come first. */
export function SampleList(props: SampleListProps) {
  const { t } = useVoice();
  const [all, setAll] = useState(false);
  const ordered = [
    ...props.entries.filter(({ strong }) => strong),
    ...props.entries.filter(({ strong }) => !strong),
  ];
  const shown = all ? ordered : ordered.slice(0, FIRST);
  const hidden = ordered.length - shown.length;
  return (
    <>
      <ul className={styles.list}>
        {shown.map(({ id, name, href, at, value, note, strong }) => (
          <li
            key={id}
            className={styles.entry}
            data-strong={strong || undefined}
          >
            <span className={styles.name}>
              {href ? <AccentLink href={href}>{name}</AccentLink> : name}
            </span>
            <span className={styles.at}>{at}</span>
            <span className={styles.value}>{value}</span>
            <span className={styles.note}>{note}</span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="tertiary" onPress={() => setAll(true)}>
          {t('explain.more', { count: hidden })}
        </Button>
      )}
    </>
  );
}

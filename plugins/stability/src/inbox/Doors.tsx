import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import type { InboxPage } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { DoorRow } from './DoorRow';
import styles from './Doors.module.css';

/** @internal */
export interface DoorsProps {
  sources: InboxPage['sources'];
}

/** Which doors are open, when each last heard something, how to open more. */
export function Doors(props: DoorsProps) {
  const { t } = useVoice();
  // Open ones first; within these as the backend has them.
  const ordered = [
    ...props.sources.filter(({ configured }) => configured),
    ...props.sources.filter(({ configured }) => !configured),
  ];
  return (
    <PlainCard label={t('door.title')}>
      <h2 className={styles.title}>{t('door.title')}</h2>
      <p className={styles.why}>{t('door.why')}</p>
      <ul className={styles.doors}>
        {ordered.map(door => (
          <DoorRow key={door.source} door={door} />
        ))}
      </ul>
    </PlainCard>
  );
}

import { useNow } from '@plimsoll/plugin-plimsoll-react';
import type { Incident } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { recoverySeconds } from './recoverySeconds';
import styles from './cells.module.css';

/** @internal */
export interface RecoveredTextProps {
  incident: Incident;
}

/** How long it lasted, or why that cannot be said. */
export function RecoveredText(props: RecoveredTextProps) {
  const { incident } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  const seconds = recoverySeconds(incident);
  if (seconds !== undefined) {
    return <span className={styles.plain}>{formats.duration(seconds)}</span>;
  }
  if (incident.state !== 'resolved') {
    const open = (now.getTime() - Date.parse(incident.startedAt)) / 1000;
    return (
      <span className={styles.open}>
        {t('incidents.open', { duration: formats.age(Math.max(1, open)) })}
      </span>
    );
  }
  return (
    <span className={styles.second}>
      {incident.merged ? t('incidents.merged') : t('incidents.presumed')}
    </span>
  );
}

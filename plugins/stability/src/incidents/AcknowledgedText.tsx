import type { Incident } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface AcknowledgedTextProps {
  incident: Incident;
}

/** How long it took until somebody had it. */
export function AcknowledgedText(props: AcknowledgedTextProps) {
  const { startedAt, acknowledgedAt } = props.incident;
  const { formats, t } = useVoice();
  return acknowledgedAt ? (
    <span className={styles.plain}>
      {formats.duration(
        (Date.parse(acknowledgedAt) - Date.parse(startedAt)) / 1000,
      )}
    </span>
  ) : (
    <span className={styles.second}>{t('incidents.notAcknowledged')}</span>
  );
}

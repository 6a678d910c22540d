import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import styles from './cells.module.css';

/** @internal */
export interface LiveSinceProps {
  deployment: Deployment;
}

/** When it went live; when it began, if it did not. */
export function LiveSince(props: LiveSinceProps) {
  const { finishedAt, startedAt } = props.deployment;
  const { formats, t } = useVoice();
  const at = new Date(finishedAt ?? startedAt);
  return (
    <span className={styles.plain}>
      <time dateTime={at.toISOString()} title={formats.instant(at, 'exact')}>
        {formats.instant(at, 'short')}
      </time>
      {!finishedAt && (
        <span className={styles.second}> {t('deployments.notLive')}</span>
      )}
    </span>
  );
}

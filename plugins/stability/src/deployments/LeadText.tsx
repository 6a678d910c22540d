import type { Deployment } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { medianLead } from './medianLead';
import styles from './cells.module.css';

/** @internal */
export interface LeadTextProps {
  deployment: Deployment;
}

/**
 * The median lead time of a deployment's changes. A rollback ships none: how
 * long it ran is told instead.
 */
export function LeadText(props: LeadTextProps) {
  const { changes, type, startedAt, finishedAt } = props.deployment;
  const { formats, t } = useVoice();
  if (type === 'rollback') {
    if (!finishedAt) {
      return null;
    }
    const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
    return (
      <span className={styles.second}>
        {t('deployments.leadRan', { duration: formats.duration(seconds) })}
      </span>
    );
  }
  const seconds = medianLead(changes);
  return seconds === undefined ? (
    <span className={styles.second}>{t('deployments.leadNone')}</span>
  ) : (
    <span className={styles.plain}>{formats.duration(seconds)}</span>
  );
}

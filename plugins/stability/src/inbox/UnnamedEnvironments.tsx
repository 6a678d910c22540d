import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { stabilityReadPermission } from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useEnvironments } from '../queries/useEnvironments';
import { useVoice } from '../words';
import styles from './UnnamedEnvironments.module.css';

/**
 * Environments that services are deployed to and that nobody has named: what
 * goes there counts nowhere in production. Nothing while there are none.
 */
export function UnnamedEnvironments() {
  const environments = useEnvironments();
  const { data, error } = environments;
  const { formats, t } = useVoice();
  const unnamed = (data ?? []).filter(({ known }) => !known);
  if (unnamed.length === 0 && !(error && !data)) {
    return null;
  }
  return (
    <PlainCard label={t('environment.title')}>
      <h2 className={styles.title}>{t('environment.title')}</h2>
      {data ? (
        <>
          <p className={styles.why}>{t('environment.why')}</p>
          <ul className={styles.names}>
            {unnamed.map(({ name, deployments }) => (
              <li key={name} className={styles.environment}>
                <span className={styles.name}>{name}</span>{' '}
                <span className={styles.count}>
                  {t('environment.deployments', {
                    count: deployments,
                    total: formats.count(deployments),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ReadState
          polled={environments}
          title={t('error.environments')}
          permission={stabilityReadPermission.name}
          rows={1}
        />
      )}
    </PlainCard>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import type { DocumentConflict } from '@plimsoll/plugin-slo-common';
import { RiFileWarningLine } from '@remixicon/react';
import { sloTranslationRef } from '../translation';
import { refName } from '../words';
import styles from './ConflictNotice.module.css';

/** @internal */
export interface ConflictNoticeProps {
  conflicts: readonly DocumentConflict[];
}

/** Documents that share a name: one is measured, the others are not. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { conflicts } = props;
  const { t } = useTranslationRef(sloTranslationRef);
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <PlainCard>
      <details className={styles.notice}>
        <summary className={styles.summary}>
          <RiFileWarningLine size={16} aria-hidden />
          <span>
            <strong>{t('conflicts.title', { count: conflicts.length })}</strong>{' '}
            {t('conflicts.why')}
          </span>
        </summary>
        <ul className={styles.names}>
          {conflicts.map(({ entityRef, kept, ignored }) => (
            <li key={entityRef}>
              <strong>{refName(entityRef)}</strong>
              <ul className={styles.places}>
                {ignored.includes(kept) ? (
                  <li>{t('conflicts.twice', { location: kept })}</li>
                ) : (
                  <li>{t('conflicts.measured', { location: kept })}</li>
                )}
                {ignored
                  .filter(location => location !== kept)
                  .map(location => (
                    <li key={location}>
                      {t('conflicts.ignored', { location })}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </PlainCard>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { DocumentConflict } from '@plimsoll/plugin-slo-common';
import { sloTranslationRef } from '../translation';
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
    <Alert
      status="warning"
      icon
      title={t('conflicts.title', { count: conflicts.length })}
      description={
        <>
          {t('conflicts.why')}
          <ul className={styles.list}>
            {conflicts.map(({ entityRef, kept, ignored }) => (
              <li key={entityRef}>
                {t('conflicts.row', {
                  name: entityRef,
                  kept,
                  ignored: ignored.join(', '),
                })}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { sloTranslationRef } from '../translation';
import styles from './DemoBadge.module.css';

/** Says that numbers are made up. */
export function DemoBadge() {
  const { t } = useTranslationRef(sloTranslationRef);
  return (
    <span className={styles.badge} title={t('demo.title')}>
      {t('demo.label')}
    </span>
  );
}

import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import styles from './DemoBadge.module.css';

/**
 * Says that numbers are made up.
 *
 * @public
 */
export function DemoBadge() {
  const { t } = useTranslationRef(plimsollTranslationRef);
  return (
    <span className={styles.badge} title={t('notice.demoTitle')}>
      {t('notice.demo')}
    </span>
  );
}

import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { plimsollTranslationRef } from '../translation';
import styles from './ExclusionLegend.module.css';

/** @public */
export interface ExclusionLegendProps {
  /** A dashed line shows what was measured. */
  raw?: boolean;
}

/**
 * What the shaded ground of a chart means, and the dashed line beside the other.
 *
 * @public
 */
export function ExclusionLegend(props: ExclusionLegendProps) {
  const { t } = useTranslationRef(plimsollTranslationRef);
  return (
    <ul className={styles.legend}>
      <li className={styles.entry}>
        <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden>
          <rect className={styles.ground} x="0.5" width="15" height="12" />
          <path className={styles.end} d="M0.5 0V12M15.5 0V12" />
        </svg>
        {t('chart.excludedGround')}
      </li>
      {props.raw && (
        <li className={styles.entry}>
          <svg width="16" height="12" viewBox="0 0 16 12" aria-hidden>
            <path className={styles.raw} d="M0 6H16" />
          </svg>
          {t('chart.rawLine')}
        </li>
      )}
    </ul>
  );
}

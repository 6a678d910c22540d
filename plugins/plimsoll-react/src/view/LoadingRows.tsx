import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { plimsollTranslationRef } from '../translation';
import styles from './LoadingRows.module.css';

/** @public */
export interface LoadingRowsProps {
  /** How many rows stand in, 5 by default. */
  rows?: number;
}

/** Widths that look like names, in percent of the row. */
const WIDTHS = [36, 28, 36, 32, 25];

/**
 * Stands in for a list while it is read, fading downwards.
 *
 * @public
 */
export function LoadingRows(props: LoadingRowsProps) {
  const { rows = 5 } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  return (
    <div role="status">
      <VisuallyHidden>{t('view.loading')}</VisuallyHidden>
      <ul className={styles.rows} aria-hidden>
        {Array.from({ length: rows }, (_, index) => (
          <li
            key={index}
            className={styles.row}
            style={{ opacity: 1 - (index / rows) * 0.7 }}
          >
            <Skeleton width={16} height={16} rounded />
            <div className={styles.name}>
              <Skeleton
                width={`${WIDTHS[index % WIDTHS.length]}%`}
                height={14}
              />
              <Skeleton width="40%" height={8} />
            </div>
            <Skeleton width={44} height={14} />
          </li>
        ))}
      </ul>
    </div>
  );
}

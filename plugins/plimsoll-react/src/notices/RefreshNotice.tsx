import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiRefreshLine } from '@remixicon/react';
import { useFormats } from '../format';
import { isStale, useNow, type Polled } from '../polled';
import { plimsollTranslationRef } from '../translation';
import styles from './RefreshNotice.module.css';

/** @public */
export interface RefreshNoticeProps {
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt' | 'triedAt'>;
}

/**
 * Says how old the values are when newer ones could not be read.
 *
 * @public
 */
export function RefreshNotice(props: RefreshNoticeProps) {
  const { polled } = props;
  const { data, error, readAt } = polled;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const now = useNow();
  if (data === undefined || !readAt || !(error || isStale(polled, now))) {
    return null;
  }
  return (
    <p className={styles.notice} role="status">
      <RiRefreshLine size={14} aria-hidden />
      {t('notice.refreshFailed', { ago: formats.relative(readAt, now) })}
    </p>
  );
}

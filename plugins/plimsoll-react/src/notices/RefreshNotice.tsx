import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiRefreshLine } from '@remixicon/react';
import { useFormats } from '../format';
import { useNow, type Polled } from '../polled';
import { plimsollTranslationRef } from '../translation';
import styles from './RefreshNotice.module.css';

/** @public */
export interface RefreshNoticeProps {
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt'>;
}

/**
 * Says how old the values are when newer ones could not be read.
 *
 * @public
 */
export function RefreshNotice(props: RefreshNoticeProps) {
  const { data, error, readAt } = props.polled;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const now = useNow();
  if (!error || data === undefined || !readAt) {
    return null;
  }
  return (
    <p className={styles.notice} role="status">
      <RiRefreshLine size={14} aria-hidden />
      {t('notice.refreshFailed', { ago: formats.relative(readAt, now) })}
    </p>
  );
}

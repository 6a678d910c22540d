import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { RiRefreshLine } from '@remixicon/react';
import type { Polled } from '../queries/usePolled';
import { useNow } from '../queries/useNow';
import { sloTranslationRef } from '../translation';
import styles from './RefreshNotice.module.css';

/** @internal */
export interface RefreshNoticeProps {
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt'>;
}

/** Says how old the values are when newer ones could not be read. */
export function RefreshNotice(props: RefreshNoticeProps) {
  const { data, error, readAt } = props.polled;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  if (!error || data === undefined || !readAt) {
    return null;
  }
  return (
    <p className={styles.notice} role="status">
      <RiRefreshLine size={14} aria-hidden />
      {t('refresh.failed', { ago: formats.relative(readAt, now) })}
    </p>
  );
}

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormats } from '@plimsoll/plugin-plimsoll-react';
import { RiRefreshLine } from '@remixicon/react';
import { isStale } from '../queries/isStale';
import type { Polled } from '../queries/usePolled';
import { useNow } from '../queries/useNow';
import { sloTranslationRef } from '../translation';
import styles from './RefreshNotice.module.css';

/** @internal */
export interface RefreshNoticeProps {
  polled: Pick<Polled<unknown>, 'data' | 'error' | 'readAt' | 'triedAt'>;
}

/** Says how old the values are when newer ones could not be read. */
export function RefreshNotice(props: RefreshNoticeProps) {
  const { polled } = props;
  const { data, error, readAt } = polled;
  const { t } = useTranslationRef(sloTranslationRef);
  const formats = useFormats();
  const now = useNow();
  if (data === undefined || !readAt || !(error || isStale(polled, now))) {
    return null;
  }
  return (
    <p className={styles.notice} role="status">
      <RiRefreshLine size={14} aria-hidden />
      {t('refresh.failed', { ago: formats.relative(readAt, now) })}
    </p>
  );
}

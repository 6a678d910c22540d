import '../theme/roles.css';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RiRefreshLine } from '@remixicon/react';
import { useFormats } from '../format';
import { isStale, useNow, type Polled } from '../polled';
import { plimsollTranslationRef } from '../translation';
import styles from './RefreshNotice.module.css';

type Reading = Pick<Polled<unknown>, 'data' | 'error' | 'readAt' | 'triedAt'>;

/** @public */
export interface RefreshNoticeProps {
  /** What is shown; of several the oldest is told, once for all of them. */
  polled: Reading | readonly Reading[];
}

/**
 * Says how old the values are when newer ones could not be read.
 *
 * @public
 */
export function RefreshNotice(props: RefreshNoticeProps) {
  const { polled } = props;
  const { t } = useTranslationRef(plimsollTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const [oldest] = [polled]
    .flat()
    .flatMap(reading =>
      reading.data !== undefined &&
      reading.readAt &&
      (reading.error || isStale(reading, now))
        ? [reading.readAt]
        : [],
    )
    .sort((a, b) => a.getTime() - b.getTime());
  if (!oldest) {
    return null;
  }
  return (
    <p className={styles.notice} role="status">
      <RiRefreshLine size={14} aria-hidden />
      {t('notice.refreshFailed', { ago: formats.relative(oldest, now) })}
    </p>
  );
}

import { Link } from '@backstage/ui';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { RiInboxLine } from '@remixicon/react';
import { useStabilityPaths } from '../routes';
import { useVoice } from '../words';
import styles from './IncompleteNotice.module.css';

/** @internal */
export interface IncompleteNoticeProps {
  metrics: Pick<StabilityMetrics, 'incomplete'>;
}

/** Says that events of this service wait to be mapped, so figures may be low. */
export function IncompleteNotice(props: IncompleteNoticeProps) {
  const { incomplete } = props.metrics;
  const { t } = useVoice();
  const { inbox } = useStabilityPaths();
  if (!incomplete || incomplete.unmatchedEvents === 0) {
    return null;
  }
  return (
    <p className={styles.incomplete}>
      <RiInboxLine size={14} aria-hidden />
      <span>
        {t('incomplete.events', { count: incomplete.unmatchedEvents })}{' '}
        {inbox && (
          <Link href={`${inbox}?state=unmatched`} variant="body-small">
            {t('incomplete.open')}
          </Link>
        )}
      </span>
    </p>
  );
}

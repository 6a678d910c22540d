import { useNow } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { IncompleteNotice } from '../empty';
import { useVoice } from '../words';
import styles from './CardFooter.module.css';

/** @internal */
export interface CardFooterProps {
  metrics: StabilityMetrics;
}

/** How fresh the card is, and whether events wait to be counted. */
export function CardFooter(props: CardFooterProps) {
  const { metrics } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  return (
    <div className={styles.footer}>
      <IncompleteNotice metrics={metrics} />
      <p className={styles.age}>
        {t('card.computed', {
          ago: formats.relative(new Date(metrics.computedAt), now),
        })}
      </p>
    </div>
  );
}

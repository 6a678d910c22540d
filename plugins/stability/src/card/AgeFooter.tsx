import { CardFooter, useNow } from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { IncompleteNotice } from '../empty';
import { useVoice } from '../words';

/** @internal */
export interface AgeFooterProps {
  metrics: StabilityMetrics;
}

/** How fresh the card is, and whether events wait to be counted. */
export function AgeFooter(props: AgeFooterProps) {
  const { metrics } = props;
  const { formats, t } = useVoice();
  const now = useNow();
  return (
    <CardFooter>
      <IncompleteNotice metrics={metrics} />
      <p>
        {t('card.computed', {
          ago: formats.relative(new Date(metrics.computedAt), now),
        })}
      </p>
    </CardFooter>
  );
}

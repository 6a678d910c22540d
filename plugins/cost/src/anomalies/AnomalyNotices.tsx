import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { useVoice } from '../words';
import { AnomalyList, type AnomalyListProps } from './AnomalyList';

/** A card with a service's anomalies; nothing while there are none. */
export function AnomalyNotices(
  props: Pick<AnomalyListProps, 'anomalies' | 'currency'>,
) {
  const { t } = useVoice();
  return props.anomalies.length === 0 ? null : (
    <PlainCard label={t('anomaly.title')}>
      <AnomalyList {...props} />
    </PlainCard>
  );
}

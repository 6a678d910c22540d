import { PlainCard, SecondText } from '@plimsoll/plugin-plimsoll-react';
import { dayText, useVoice } from '../words';
import { AnomalyList, type AnomalyListProps } from './AnomalyList';

/** @internal */
export interface AnomalyNoticesProps
  extends Pick<AnomalyListProps, 'anomalies' | 'currency'> {
  /** First day that was judged, where days that are shown never were. */
  judgedFrom?: string;
}

/** A card with a service's anomalies; nothing while there are none. */
export function AnomalyNotices(props: AnomalyNoticesProps) {
  const { judgedFrom, ...list } = props;
  const { formats, t } = useVoice();
  return list.anomalies.length === 0 && judgedFrom === undefined ? null : (
    <PlainCard label={t('anomaly.title')}>
      {list.anomalies.length > 0 && <AnomalyList {...list} />}
      {judgedFrom !== undefined && (
        <SecondText>
          {t('anomaly.judgedFrom', { day: dayText(judgedFrom, { formats }) })}
        </SecondText>
      )}
    </PlainCard>
  );
}

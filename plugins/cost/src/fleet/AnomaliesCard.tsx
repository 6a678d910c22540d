import { ViewMessage } from '@plimsoll/plugin-plimsoll-react';
import {
  costReadPermission,
  type CostMetric,
} from '@plimsoll/plugin-cost-common';
import { AnomalyList } from '../anomalies';
import { ReadState } from '../empty';
import { useAnomalies } from '../queries/useAnomalies';
import { InsteadOfTable, TableCard } from '../surface';
import { useVoice } from '../words';

/** @internal */
export interface AnomaliesCardProps {
  metric: CostMetric;
}

/** The newest days out of the ordinary, over all services. */
export function AnomaliesCard(props: AnomaliesCardProps) {
  const { metric } = props;
  const { t } = useVoice();
  const anomalies = useAnomalies(metric);
  const { data } = anomalies;
  return (
    <TableCard title={t('anomaly.title')} subtitle={t('anomaly.subtitle')}>
      <InsteadOfTable>{content()}</InsteadOfTable>
    </TableCard>
  );

  function content() {
    if (!data) {
      return (
        <ReadState
          polled={anomalies}
          title={t('error.anomalies')}
          permission={costReadPermission.name}
          rows={2}
        />
      );
    }
    return data.items.length > 0 ? (
      <AnomalyList
        anomalies={data.items}
        currency={data.proof.currency}
        linked
      />
    ) : (
      <ViewMessage kind="empty" title={t('anomaly.none')}>
        {t('anomaly.noneWhy')}
      </ViewMessage>
    );
  }
}

import { useState } from 'react';
import {
  PlainCard,
  ViewMessage,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import {
  stabilityReadPermission,
  type Incident,
  type IncidentPage,
  type StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import { ReadState } from '../empty';
import { useVoice, type FactIndex } from '../words';
import { CorrectCauseDialog } from './CorrectCauseDialog';
import { IncidentTable } from './IncidentTable';
import { useRecoveredText } from './useRecoveredText';
import styles from './IncidentsCard.module.css';

/** @internal */
export interface IncidentsCardProps {
  incidents: Polled<IncidentPage>;
  metrics: StabilityMetrics;
  index: FactIndex;
  /** Shows a deployment. */
  onShow(deploymentId: string): void;
  /** A person named another cause: everything is counted again. */
  onCorrected(): void;
}

/** The incidents of a range, newest first, each with its review. */
export function IncidentsCard(props: IncidentsCardProps) {
  const { incidents, metrics, index, onShow, onCorrected } = props;
  const { formats, t } = useVoice();
  const [correcting, setCorrecting] = useState<Incident>();
  const { data } = incidents;
  const items = data?.items ?? [];
  const recovered = useRecoveredText(items, metrics.metrics);
  const open = items.filter(({ state }) => state !== 'resolved').length;
  const days = Math.round(
    (Date.parse(metrics.to) - Date.parse(metrics.from)) / 86_400_000,
  );

  return (
    <PlainCard flush label={t('incidents.title')}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{t('incidents.title')}</h2>
          {data && items.length > 0 && (
            <p className={styles.subtitle}>
              {t('incidents.subtitle', {
                count: data.totalItems,
                days: formats.count(days),
                open:
                  open > 0
                    ? t('incidents.openSome', { count: open })
                    : t('incidents.openNone'),
              })}
            </p>
          )}
        </div>
        {recovered && <p className={styles.recovered}>{recovered}</p>}
      </div>
      {items.length > 0 ? (
        <IncidentTable
          incidents={items}
          index={index}
          onShow={onShow}
          onCorrect={setCorrecting}
        />
      ) : (
        <div className={styles.state}>
          {data ? (
            <ViewMessage kind="empty" title={t('incidents.none')}>
              {t('incidents.noneWhy')}
            </ViewMessage>
          ) : (
            <ReadState
              polled={incidents}
              title={t('error.incidents')}
              permission={stabilityReadPermission.name}
              rows={3}
            />
          )}
        </div>
      )}
      {correcting && (
        <CorrectCauseDialog
          incident={correcting}
          index={index}
          onClose={() => setCorrecting(undefined)}
          onCorrected={() => {
            setCorrecting(undefined);
            onCorrected();
          }}
        />
      )}
    </PlainCard>
  );
}

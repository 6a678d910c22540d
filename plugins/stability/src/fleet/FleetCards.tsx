import { RowCard, RowCards } from '@plimsoll/plugin-plimsoll-react';
import type { ServiceStability } from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { IncidentCell } from './IncidentCell';
import { LastCell } from './LastCell';
import { MetricCell } from './MetricCell';
import { ServiceName } from './ServiceName';
import styles from './FleetCards.module.css';

/** @internal */
export interface FleetCardsProps {
  services: readonly ServiceStability[];
}

/** The fleet on a narrow screen: what a row drops, its tab shows. */
export function FleetCards(props: FleetCardsProps) {
  const { t } = useVoice();
  return (
    <RowCards>
      {props.services.map(service => (
        <RowCard
          key={service.entityRef}
          name={<ServiceName service={service} />}
          state={<IncidentCell service={service} />}
          foot={<LastCell service={service} />}
        >
          <dl className={styles.figures}>
            <div>
              <dt>{t('fleet.failed')}</dt>
              <dd>
                <MetricCell service={service} metric="change-failure-rate" />
              </dd>
            </div>
            <div>
              <dt>{t('fleet.recovery')}</dt>
              <dd>
                <MetricCell
                  service={service}
                  metric="failed-deployment-recovery-time"
                />
              </dd>
            </div>
          </dl>
        </RowCard>
      ))}
    </RowCards>
  );
}

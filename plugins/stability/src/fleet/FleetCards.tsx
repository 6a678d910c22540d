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
    <ul className={styles.cards}>
      {props.services.map(service => (
        <li key={service.entityRef} className={styles.card}>
          <ServiceName service={service} />
          <IncidentCell service={service} />
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
          <LastCell service={service} />
        </li>
      ))}
    </ul>
  );
}

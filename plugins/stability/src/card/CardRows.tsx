import type { MetricName } from '@plimsoll/plugin-stability-common';
import type { CardFigures } from '../queries/useCardFigures';
import { useVoice } from '../words';
import { IncidentRow } from './IncidentRow';
import { LastDeploymentRow } from './LastDeploymentRow';
import { MetricRow } from './MetricRow';
import styles from './CardRows.module.css';

/** @internal */
export interface CardRowsProps {
  figures: CardFigures;
}

/** The five metrics of DORA and the time that a rollback takes. */
const ROWS = [
  ['change-failure-rate', undefined],
  ['deployment-frequency', 'card.deployments'],
  ['change-lead-time', 'card.lead'],
  ['failed-deployment-recovery-time', 'card.recovery'],
  ['rework-rate', 'card.rework'],
  ['rollback-time', 'card.rollback'],
] as const satisfies ReadonlyArray<readonly [MetricName, unknown]>;

/** Metrics, the last deployment, the incident. */
export function CardRows(props: CardRowsProps) {
  const { metrics, lastDeployment, lastIncident } = props.figures;
  const { formats, t } = useVoice();
  const days = (Date.parse(metrics.to) - Date.parse(metrics.from)) / 86_400_000;
  return (
    <>
      <p className={styles.subtitle}>
        {t('card.subtitle', { days: formats.count(days) })}
      </p>
      <ul className={styles.rows}>
        {ROWS.map(([metric, short], index) => (
          <MetricRow
            key={metric}
            metrics={metrics}
            metric={metric}
            name={short ? t(short) : t(`metric.${metric}`)}
            first={index === 0}
          />
        ))}
        <LastDeploymentRow
          entityRef={metrics.entityRef}
          deployment={lastDeployment}
        />
        <IncidentRow metrics={metrics} incident={lastIncident} />
      </ul>
    </>
  );
}

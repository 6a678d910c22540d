import { CardList } from '@plimsoll/plugin-plimsoll-react';
import type {
  MetricName,
  StabilityMetrics,
} from '@plimsoll/plugin-stability-common';
import { useVoice } from '../words';
import { IncidentRow } from './IncidentRow';
import { LastDeploymentRow } from './LastDeploymentRow';
import { MetricRow } from './MetricRow';

/** @internal */
export interface CardRowsProps {
  metrics: StabilityMetrics;
  /** They may no longer be true. */
  stale: boolean;
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
  const { metrics, stale } = props;
  const { t } = useVoice();
  return (
    <CardList>
      {ROWS.map(([metric, short], index) => (
        <MetricRow
          key={metric}
          metrics={metrics}
          metric={metric}
          name={short ? t(short) : t(`metric.${metric}`)}
          first={index === 0}
          stale={stale}
        />
      ))}
      <LastDeploymentRow
        entityRef={metrics.entityRef}
        deployment={metrics.lastDeployment}
        stale={stale}
      />
      <IncidentRow
        metrics={metrics}
        incident={metrics.openIncident ?? metrics.lastIncident}
        stale={stale}
      />
    </CardList>
  );
}

import { useMemo } from 'react';
import {
  ExplainLayout,
  PageStack,
  RefreshNotice,
  useNow,
  type Polled,
} from '@plimsoll/plugin-plimsoll-react';
import type { StabilityMetrics } from '@plimsoll/plugin-stability-common';
import { staleSince } from '../age';
import { DeploymentsCard } from '../deployments';
import { IncompleteNotice } from '../empty';
import { IncidentsCard } from '../incidents';
import { useDeployments } from '../queries/useDeployments';
import { useIncidents } from '../queries/useIncidents';
import { factIndex } from '../words';
import { LeadTimeParts } from './LeadTimeParts';
import { MetricTiles } from './MetricTiles';
import { TabHead } from './TabHead';
import { useTabDrawer } from './useTabDrawer';
import { useTabQuery } from './useTabQuery';
import { useWanted } from './useWanted';

/** @internal */
export interface ServiceStabilityProps {
  entityRef: string;
  polled: Polled<StabilityMetrics>;
  metrics: StabilityMetrics;
}

/** Figures, deployments and incidents of one range, and what explains them. */
export function ServiceStability(props: ServiceStabilityProps) {
  const { entityRef, polled, metrics } = props;
  const { query, change } = useTabQuery();
  const { range, verdict } = query;
  const { wanted, older } = useWanted(`${range} ${verdict}`);
  const deployments = useDeployments({ entityRef, range, verdict, wanted });
  const incidents = useIncidents({ entityRef, range });
  const index = useMemo(
    () =>
      factIndex({
        deployments: deployments.data?.items,
        incidents: incidents.data?.items,
      }),
    [deployments.data, incidents.data],
  );
  const stale = staleSince(polled, useNow());
  const refresh = () => {
    polled.retry();
    deployments.retry();
    incidents.retry();
  };
  const drawer = useTabDrawer({
    entityRef,
    query,
    metrics,
    index,
    onClose: () => change({ explain: undefined, deployment: undefined }),
  });
  const show = (deployment: string) =>
    change({ deployment, explain: undefined });

  return (
    <ExplainLayout drawer={drawer}>
      <PageStack outdated={polled.outdated}>
        <TabHead
          metrics={metrics}
          range={range}
          stale={stale}
          onRange={next => change({ range: next })}
        />
        <IncompleteNotice metrics={metrics} />
        <RefreshNotice polled={[polled, deployments, incidents]} />
        <MetricTiles
          metrics={metrics.metrics}
          explained={query.explain}
          stale={stale !== undefined}
          onExplain={explain => change({ explain, deployment: undefined })}
        />
        <DeploymentsCard
          deployments={deployments}
          index={index}
          from={metrics.from}
          wanted={wanted}
          verdict={verdict}
          selected={query.deployment}
          onVerdict={next => change({ verdict: next })}
          onOlder={older}
          onShow={show}
          onCorrected={refresh}
        />
        <LeadTimeParts metrics={metrics.metrics} />
        <IncidentsCard
          incidents={incidents}
          metrics={metrics}
          index={index}
          onShow={show}
          onCorrected={refresh}
        />
      </PageStack>
    </ExplainLayout>
  );
}

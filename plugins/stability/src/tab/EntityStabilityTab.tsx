import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { hasHistory, ServiceState } from '../empty';
import { useMetrics } from '../queries/useMetrics';
import { ServiceStability } from './ServiceStability';
import { useTabQuery } from './useTabQuery';

/** All deployments and incidents of a service, and its metrics. @public */
export function EntityStabilityTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { query } = useTabQuery();
  const metrics = useMetrics({ entityRef, range: query.range });
  const { data } = metrics;
  if (!data || !hasHistory(data)) {
    return (
      <PlainCard>
        <ServiceState entity={entity} polled={metrics} />
      </PlainCard>
    );
  }
  return (
    <ServiceStability entityRef={entityRef} polled={metrics} metrics={data} />
  );
}

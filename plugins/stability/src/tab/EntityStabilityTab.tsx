import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { ServiceState } from '../empty';
import { useMetrics } from '../queries/useMetrics';
import { useEverDeployed } from '../queries/useEverDeployed';
import { ServiceStability } from './ServiceStability';
import { isEmpty } from './isEmpty';
import { useTabQuery } from './useTabQuery';

/** All deployments and incidents of a service, and its metrics. @public */
export function EntityStabilityTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { query } = useTabQuery();
  const metrics = useMetrics({ entityRef, range: query.range });
  const { data } = metrics;
  const empty = data !== undefined && isEmpty(data);
  // Nothing in this range may still be something before it.
  const ever = useEverDeployed(empty ? entityRef : undefined);

  if (!data || (empty && ever.data !== true)) {
    return (
      <PlainCard>
        <ServiceState
          entity={entity}
          polled={!data || ever.data === false ? metrics : ever}
        />
      </PlainCard>
    );
  }
  return (
    <ServiceStability entityRef={entityRef} polled={metrics} metrics={data} />
  );
}

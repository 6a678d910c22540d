import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { PlainCard } from '@plimsoll/plugin-plimsoll-react';
import { ServiceState } from '../empty';
import { useServiceCost } from '../queries/useServiceCost';
import { ServiceCostView } from './ServiceCostView';
import { useTabQuery } from './useTabQuery';

/** All that is known of what a service costs, and why. @public */
export function EntityCostTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { query } = useTabQuery();
  const { metric, currency } = query;
  const cost = useServiceCost({
    entityRef,
    request: { metric, ...(currency && { currency }) },
  });
  const { data } = cost;
  return data?.state === 'ok' ? (
    <ServiceCostView entityRef={entityRef} polled={cost} cost={data} />
  ) : (
    <PlainCard>
      <ServiceState entity={entity} polled={cost} />
    </PlainCard>
  );
}

import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useOutage } from '../queries/useOutage';

const OutageCardView = lazy(() =>
  import('./OutageCardView').then(m => ({ default: m.OutageCardView })),
);

/**
 * What the people who answer an incident need first. It is there while one is
 * open, and takes no room otherwise. It is small and part of the initial load,
 * so that the question is on its way early.
 *
 * @public
 */
export function OutageCard() {
  const { entity } = useEntity();
  const outage = useOutage(stringifyEntityRef(entity));
  return outage.data ? (
    <Suspense fallback={null}>
      <OutageCardView entity={entity} outage={outage.data} polled={outage} />
    </Suspense>
  ) : null;
}

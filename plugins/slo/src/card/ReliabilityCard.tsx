import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useObjectives } from '../queries/useObjectives';

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

const ReliabilityCardView = lazy(() =>
  import('./ReliabilityCardView').then(m => ({
    default: m.ReliabilityCardView,
  })),
);

/**
 * How reliable a service is: its objectives, worst first. It is small and part
 * of the initial load, so that the question is on its way while the code that
 * draws the answer still loads.
 *
 * @public
 */
export function ReliabilityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  return (
    <Suspense fallback={<Progress />}>
      <ReliabilityCardView
        entity={entity}
        entityRef={entityRef}
        objectives={objectives}
      />
    </Suspense>
  );
}

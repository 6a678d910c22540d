import { lazy, Suspense } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Progress } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useCardFigures } from '../queries/useCardFigures';

const StabilityCardView = lazy(() =>
  import('./StabilityCardView').then(m => ({ default: m.StabilityCardView })),
);

/**
 * How safely a service changes. It is small and part of the initial load, so
 * that the question is on its way while the code that draws the answer still
 * loads.
 *
 * @public
 */
export function StabilityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const figures = useCardFigures(entityRef);
  return (
    <Suspense fallback={<Progress />}>
      <StabilityCardView
        entity={entity}
        entityRef={entityRef}
        figures={figures}
      />
    </Suspense>
  );
}

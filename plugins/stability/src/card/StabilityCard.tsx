import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ComingCard, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useCardMetrics } from '../queries/useCardMetrics';

const loadView = () => import('./StabilityCardView');

/** About the height of the frame with its padding, in pixels. */
const HEIGHT = 330;

/**
 * How safely a service changes. It is small and part of the initial load, so
 * that question and code are on their way as soon as the page is drawn for the
 * first time.
 *
 * @public
 */
export function StabilityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const metrics = useCardMetrics(entityRef);
  const view = useLoaded(loadView);
  return view ? (
    <view.StabilityCardView
      entity={entity}
      entityRef={entityRef}
      metrics={metrics}
    />
  ) : (
    <ComingCard height={HEIGHT} />
  );
}

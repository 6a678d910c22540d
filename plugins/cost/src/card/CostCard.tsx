import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ComingCard, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useCardCost } from '../queries/useCardCost';

const loadView = () => import('./CostCardView');

/** About the height of the frame with its padding, in pixels. */
const HEIGHT = 330;

/**
 * What a service costs. It is small and part of the initial load, so that
 * question and code are on their way as soon as the page is drawn for the
 * first time.
 *
 * @public
 */
export function CostCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const cost = useCardCost(entityRef);
  const view = useLoaded(loadView);
  return view ? (
    <view.CostCardView entity={entity} entityRef={entityRef} cost={cost} />
  ) : (
    <ComingCard height={HEIGHT} />
  );
}

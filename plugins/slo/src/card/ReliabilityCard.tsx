import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ComingCard, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useObjectives } from '../queries/useObjectives';

/** As many as the API gives at once; a service has a handful. */
const LIMIT = 100;

/** About the height of the card with a few rows, in pixels. */
const HEIGHT = 280;

const loadView = () => import('./ReliabilityCardView');

/**
 * How reliable a service is: its objectives, worst first. It is small and part
 * of the initial load, so that question and code are on their way as soon as
 * the page is drawn for the first time.
 *
 * @public
 */
export function ReliabilityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const objectives = useObjectives({ entityRef, sort: 'worst', limit: LIMIT });
  const view = useLoaded(loadView);
  return view ? (
    <view.ReliabilityCardView
      entity={entity}
      entityRef={entityRef}
      objectives={objectives}
    />
  ) : (
    <ComingCard height={HEIGHT} />
  );
}

import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ComingCard, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useRollup } from '../queries/useRollup';

/** @internal */
export interface RollupCardProps {
  /** A System, Domain or Group. */
  entity: Entity;
}

/** About the height of the card with its rows, in pixels. */
const HEIGHT = 420;

/** More would push the rest of the overview out of sight. */
const MOST_ROWS = 5;

const loadView = () => import('./RollupCardView');

/**
 * How reliable the services of a System, a Domain or a Group are. As small as
 * the card of a single service, and asked as early.
 */
export function RollupCard(props: RollupCardProps) {
  const { entity } = props;
  const rollup = useRollup({
    entityRef: stringifyEntityRef(entity),
    limit: MOST_ROWS,
  });
  const view = useLoaded(loadView);
  return view ? (
    <view.RollupCardView entity={entity} rollup={rollup} />
  ) : (
    <ComingCard height={HEIGHT} />
  );
}

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useOutage } from '../queries/useOutage';
import type { OutageCardViewProps } from './OutageCardView';

const loadView = () => import('./OutageCardView');

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
    <OpenOutage entity={entity} outage={outage.data} polled={outage} />
  ) : null;
}

/** Its code is wanted only now: most pages never show it. */
function OpenOutage(props: OutageCardViewProps) {
  const view = useLoaded(loadView);
  return view ? <view.OutageCardView {...props} /> : null;
}

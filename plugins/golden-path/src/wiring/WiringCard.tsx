import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { describeError, useLoaded } from '@plimsoll/plugin-plimsoll-react';
import { useWiring } from './useWiring';

const loadView = () => import('./WiringView');

/**
 * Whether a service that a template made is wired. It takes no room where this
 * portal has no backend for it.
 */
export function WiringCard() {
  const { entity } = useEntity();
  const wiring = useWiring(stringifyEntityRef(entity));
  const view = useLoaded(loadView);
  const { error } = wiring.polled;
  const isAbsent =
    !wiring.wiring && error && describeError(error).kind === 'not-found';
  return view && !isAbsent && (wiring.wiring || error) ? (
    <view.WiringView entity={entity} {...wiring} />
  ) : null;
}

import type { FleetStrip } from '@plimsoll/plugin-service-health-common';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import { type FleetView, visibleRows } from './FleetView';
import { readFacets } from './readFacets';
import { readMoney } from './readMoney';
import { readReliability } from './readReliability';
import { readStability } from './readStability';

/**
 * The fleet in a few numbers, of what the caller may see. A lens that never
 * answered, or is hidden, has no part in it.
 */
export async function getStrip(options: {
  context: ServiceHealthContext;
  view: FleetView;
}): Promise<FleetStrip> {
  const { context, view } = options;
  const { client } = context;
  const { scopes, lenses } = view;
  const [{ number }] = await visibleRows({ client, view }).count({
    number: '*',
  });
  const [reliability, stability, cost, facets] = await Promise.all([
    scopes.reliability.kind === 'none' ? undefined : readReliability(options),
    scopes.stability.kind === 'none' ? undefined : readStability(options),
    scopes.cost.kind === 'none' ? undefined : readMoney(options),
    readFacets(options),
  ]);
  return {
    services: Number(number),
    ...(reliability && { reliability }),
    ...(stability && { stability }),
    ...(cost && { cost }),
    facets,
    lenses,
  };
}

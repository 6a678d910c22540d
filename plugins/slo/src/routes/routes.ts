import { createRouteRef } from '@backstage/core-plugin-api';

// From core-plugin-api on purpose: these refs work in both frontend systems.
/** The page of all objectives. @public */
export const rootRouteRef = createRouteRef({ id: 'slo' });

/** The tab of an entity page. @public */
export const entityContentRouteRef = createRouteRef({ id: 'slo:entity' });

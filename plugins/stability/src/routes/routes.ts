import { createRouteRef } from '@backstage/core-plugin-api';

// From core-plugin-api on purpose: these refs work in both frontend systems.
/** The table of all services. @public */
export const rootRouteRef = createRouteRef({ id: 'stability' });

/** The events inbox. @public */
export const inboxRouteRef = createRouteRef({ id: 'stability:inbox' });

/** The tab of an entity page. @public */
export const entityContentRouteRef = createRouteRef({ id: 'stability:entity' });

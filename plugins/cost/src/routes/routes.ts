import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// From core-plugin-api on purpose: these refs work in both frontend systems.
/** What all services cost. @public */
export const rootRouteRef = createRouteRef({ id: 'cost' });

/** The tab of an entity page. @public */
export const entityContentRouteRef = createRouteRef({ id: 'cost:entity' });

/** The form of a template, which opens the change of a saving. @public */
export const templateRouteRef = createExternalRouteRef({
  id: 'template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

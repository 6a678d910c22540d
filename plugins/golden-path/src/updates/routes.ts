import { parseEntityRef } from '@backstage/catalog-model';
import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';
import { useOptionalRoute } from '@plimsoll/plugin-plimsoll-react';

// From core-plugin-api on purpose: these refs work in both frontend systems.
/** Templates, their services, and what an update would change. @public */
export const templatesRouteRef = createRouteRef({
  id: 'golden-path:templates',
});

/** A task of the scaffolder. @public */
export const taskRouteRef = createExternalRouteRef({
  id: 'golden-path:task',
  params: ['taskId'],
  optional: true,
  defaultTarget: 'scaffolder.ongoingTask',
});

/** Paths below the page of templates; nothing where it is not installed. */
export function useTemplatePaths() {
  const root = useOptionalRoute(templatesRouteRef)?.();
  return {
    adoption: root && `${root}/adoption`,
    update: (entityRef: string) => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      return root && `${root}/updates/${kind}/${namespace}/${name}`;
    },
  };
}

import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { WiringStepCode } from '@plimsoll/plugin-golden-path-common';
import { useEntityPath } from '@plimsoll/plugin-plimsoll-react';
import { repositoryOf } from './repositoryOf';

/** Where the steps are done that the backend has no address for. */
export function useStepPaths(
  entity: Entity,
): (code: WiringStepCode) => string | undefined {
  const pathOf = useEntityPath();
  const page = pathOf(stringifyEntityRef(entity));
  const owner = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const { fileUrl } = repositoryOf(entity);
  return code => {
    switch (code) {
      case 'open-owner':
        return owner && pathOf(owner.targetRef);
      case 'open-objectives':
        return page && `${page}/slos`;
      case 'open-deployments':
        return page && `${page}/stability`;
      case 'open-cost':
        return page && `${page}/cost`;
      case 'open-pipeline-guide':
        return fileUrl('ci/README.md');
      case 'open-rules-guide':
        return fileUrl('chart/alerts/README.md');
      case 'open-routes':
        return fileUrl('chart/alerts/routes/alertmanager.yaml');
      default:
        return undefined;
    }
  };
}

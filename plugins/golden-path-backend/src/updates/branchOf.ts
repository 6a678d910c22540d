import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/**
 * The branch of an update. It names the service, for a repository may hold
 * several that were made by one template.
 */
export function branchOf(options: {
  entityRef: string;
  template: string;
  version: string;
}): string {
  const { entityRef, template, version } = options;
  const { namespace, name } = parseEntityRef(entityRef);
  const service =
    namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  return `golden-path/${service}/${template}-v${version}`;
}

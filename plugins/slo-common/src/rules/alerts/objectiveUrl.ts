import { parseEntityRef } from '@backstage/catalog-model';
import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { stringifyObjectiveKey } from '../../objective/ObjectiveKey';

/**
 * The page of an objective in the portal: the tab of its service.
 *
 * @param options.portalUrl - `app.baseUrl`
 */
export function objectiveUrl(options: {
  definition: ObjectiveDefinition;
  portalUrl: string;
}): string {
  const { definition, portalUrl } = options;
  const { kind, namespace, name } = parseEntityRef(definition.entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  const query = new URLSearchParams({
    objective: stringifyObjectiveKey(definition),
  });
  return `${portalUrl.replace(/\/+$/, '')}/catalog/${path}/slos?${query}`;
}

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PolicyLookup } from '@plimsoll/plugin-slo-common/rules';
import { documentsByName } from '../objectives/documentsByName';
import { readDocuments } from '../objectives/readDocuments';

/** Finds the policies and conditions that SLOs of a namespace name. */
export type FindPolicies = (namespace: string) => PolicyLookup;

/**
 * The alert policies of the catalog. It is read once, and only when an SLO
 * names one.
 *
 * @param options.credentials - of the plugin: what an SLO names is a part of it
 */
export async function policiesOfCatalog(options: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
}): Promise<FindPolicies> {
  const { alertPolicies, alertConditions } = await readDocuments({
    ...options,
    kinds: ['AlertPolicy', 'AlertCondition'],
  });
  const findPolicy = documentsByName('AlertPolicy', alertPolicies);
  const findCondition = documentsByName('AlertCondition', alertConditions);
  return namespace => ({
    resolveAlertPolicy: name => findPolicy(namespace, name),
    resolveAlertCondition: name => findCondition(namespace, name),
  });
}

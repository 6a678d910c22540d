import { parseEntityRef } from '@backstage/catalog-model';
import {
  indicatorPlace,
  type ObjectiveDefinition,
  type SloDocument,
  slug,
} from '@plimsoll/plugin-slo-common';
import {
  policyAlertsOf,
  runbookUrl,
  type RuleObjective,
} from '@plimsoll/plugin-slo-common/rules';
import type { FindPolicies } from './policiesOfCatalog';
import type { RuleRow } from './ruleRows';

/**
 * An objective as rules are made of it, from what is kept of its document.
 *
 * @param options.row - of an objective without faults
 * @param options.annotations - of its service
 */
export function toRuleObjective(options: {
  row: RuleRow;
  findPolicies: FindPolicies;
  owner: string | undefined;
  annotations: Record<string, string> | undefined;
}): RuleObjective {
  const { row, findPolicies, owner, annotations } = options;
  const definition: ObjectiveDefinition = JSON.parse(row.definition);
  // It passed the reader of OpenSLO before it was kept.
  const document: SloDocument = JSON.parse(row.document);
  const { namespace } = parseEntityRef(row.ref);
  return {
    definition,
    place: indicatorPlace(document, indexOf(document, row.objective)),
    policies: policyAlertsOf(document, findPolicies(namespace)),
    owner,
    runbookUrl: runbookUrl(document.metadata.annotations, annotations),
  };
}

function indexOf(document: SloDocument, name: string): number {
  const names = document.spec.objectives.map(
    ({ displayName }, index) =>
      slug(displayName ?? '') || `objective-${index + 1}`,
  );
  return Math.max(0, names.indexOf(name));
}

import type { AlertConditionDocument } from '../../openslo/AlertConditionDocument';
import type {
  AlertPolicyDocument,
  AlertPolicyEntry,
} from '../../openslo/AlertPolicyDocument';
import type { SloDocument } from '../../openslo/SloDocument';
import type { PolicyAlert } from '../RuleObjective';

/** Finds documents that an SLO names, in the namespace of the SLO. @public */
export interface PolicyLookup {
  resolveAlertPolicy(name: string): AlertPolicyDocument | undefined;
  resolveAlertCondition(name: string): AlertConditionDocument | undefined;
}

/**
 * The alerts that an SLO's document asks for. What it names and is not there
 * gives none; `objectiveDefinitions` tells that with the place.
 *
 * @public
 */
export function policyAlertsOf(
  document: Pick<SloDocument, 'spec'>,
  lookup: PolicyLookup,
): PolicyAlert[] {
  return (document.spec.alertPolicies ?? []).flatMap((entry, index) => {
    const policy = policyOf(entry, lookup);
    return (policy?.spec.conditions ?? []).flatMap(
      (condition): PolicyAlert[] => {
        const spec =
          'conditionRef' in condition
            ? lookup.resolveAlertCondition(condition.conditionRef)?.spec
            : condition.spec;
        return policy && spec
          ? [
              {
                name: policy.metadata.name,
                path: `spec.alertPolicies[${index}]`,
                alertWhenBreaching: policy.spec.alertWhenBreaching ?? true,
                alertWhenNoData: policy.spec.alertWhenNoData ?? false,
                condition: spec,
              },
            ]
          : [];
      },
    );
  });
}

function policyOf(entry: AlertPolicyEntry, lookup: PolicyLookup) {
  return 'alertPolicyRef' in entry
    ? lookup.resolveAlertPolicy(entry.alertPolicyRef)
    : entry;
}

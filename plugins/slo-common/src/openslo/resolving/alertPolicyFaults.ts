import type { Fault } from '../../objective/ObjectiveDefinition';
import type { AlertConditionDocument } from '../AlertConditionDocument';
import type {
  AlertPolicyDocument,
  AlertPolicySpec,
} from '../AlertPolicyDocument';
import { ALERTS_WITHOUT_EFFECT } from '../alertsWithoutEffect';
import type { SloDocument } from '../SloDocument';

const PATH = 'spec.alertPolicies';

interface Lookup {
  entity: { namespace: string };
  resolveAlertPolicy?(name: string): AlertPolicyDocument | undefined;
  resolveAlertCondition?(name: string): AlertConditionDocument | undefined;
}

/**
 * What must be said about a document's alert policies: that they have no
 * effect, and which names lead nowhere. An objective is measured all the same.
 */
export function alertPolicyFaults(
  options: Lookup & { document: SloDocument },
): Fault[] {
  const policies = options.document.spec.alertPolicies ?? [];
  if (policies.length === 0) {
    return [];
  }
  return [
    {
      path: PATH,
      severity: 'warning',
      message: `has ${ALERTS_WITHOUT_EFFECT}`,
    },
    ...policies.flatMap((policy, index) =>
      'alertPolicyRef' in policy
        ? referenceFaults(policy.alertPolicyRef, {
            ...options,
            path: `${PATH}[${index}].alertPolicyRef`,
          })
        : conditionFaults(policy.spec, {
            ...options,
            pathOf: condition =>
              `${PATH}[${index}].spec.conditions[${condition}].conditionRef`,
            subject: 'names',
          }),
    ),
  ];
}

function referenceFaults(
  name: string,
  options: Lookup & { path: string },
): Fault[] {
  const { path, entity, resolveAlertPolicy } = options;
  if (!resolveAlertPolicy) {
    return [];
  }
  const policy = resolveAlertPolicy(name);
  return policy
    ? conditionFaults(policy.spec, {
        ...options,
        pathOf: () => path,
        subject: `names the AlertPolicy '${name}', which names`,
      })
    : [
        {
          path,
          message: `names the AlertPolicy '${name}', which is not in namespace '${entity.namespace}' of the catalog; add that document, or correct the name`,
        },
      ];
}

function conditionFaults(
  spec: AlertPolicySpec,
  options: Lookup & { pathOf(condition: number): string; subject: string },
): Fault[] {
  const { entity, pathOf, subject, resolveAlertCondition } = options;
  return spec.conditions.flatMap((condition, index) =>
    resolveAlertCondition &&
    'conditionRef' in condition &&
    !resolveAlertCondition(condition.conditionRef)
      ? [
          {
            path: pathOf(index),
            message: `${subject} the AlertCondition '${condition.conditionRef}', which is not in namespace '${entity.namespace}' of the catalog; add that document, or correct the name`,
          },
        ]
      : [],
  );
}

import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Kinds that an SLO may measure. @public */
export const MEASURABLE_KINDS = ['component', 'system', 'api'] as const;

/**
 * The entity that `spec.service` speaks of: a plain name is a component, a
 * full ref may be that of a Component, System or API.
 *
 * @param options.service - as the document writes it
 * @param options.namespace - the SLO's own, where the ref names none
 * @public
 */
export function serviceEntityRef(options: {
  service: string;
  namespace: string;
}): { entityRef: string } | { fault: string } {
  let ref;
  try {
    ref = parseEntityRef(options.service, {
      defaultKind: 'Component',
      defaultNamespace: options.namespace,
    });
  } catch {
    return {
      fault:
        'is no entity ref; write the name of a component, or kind:namespace/name',
    };
  }
  const { kind, namespace, name } = ref;
  if (
    !MEASURABLE_KINDS.some(known => known === kind.toLocaleLowerCase('en-US'))
  ) {
    return {
      fault:
        'is of a kind that has no objectives; name a component, system or api',
    };
  }
  if (
    !KubernetesValidatorFunctions.isValidNamespace(namespace) ||
    !KubernetesValidatorFunctions.isValidObjectName(name)
  ) {
    return {
      fault: `is no name that a component can have; use at most 63 letters, digits, '-', '_' and '.', as in its catalog-info.yaml`,
    };
  }
  return { entityRef: stringifyEntityRef({ kind, namespace, name }) };
}

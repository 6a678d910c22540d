import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v4';

/** What alerts say about a service. @public */
export interface ServiceFacts {
  /** Ref of the owner. */
  owner?: string;
  annotations?: Record<string, string>;
}

const entitySchema = z.object({
  apiVersion: z.string().startsWith('backstage.io/'),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.object({ owner: z.string().optional() }).optional(),
});

/**
 * The ref and the facts of a service's `catalog-info.yaml`, which often lies
 * beside its SLOs; `undefined` for any other document.
 */
export function serviceFactsOf(
  value: unknown,
): { ref: string; facts: ServiceFacts } | undefined {
  const parsed = entitySchema.safeParse(value);
  if (!parsed.success) {
    return undefined;
  }
  const { kind, metadata, spec } = parsed.data;
  const { name, namespace = 'default', annotations } = metadata;
  return {
    ref: stringifyEntityRef({ kind, namespace, name }),
    facts: { owner: ownerRef(spec?.owner, namespace), annotations },
  };
}

function ownerRef(owner: string | undefined, namespace: string) {
  try {
    return (
      owner &&
      stringifyEntityRef(
        parseEntityRef(owner, {
          defaultKind: 'Group',
          defaultNamespace: namespace,
        }),
      )
    );
  } catch {
    return undefined;
  }
}

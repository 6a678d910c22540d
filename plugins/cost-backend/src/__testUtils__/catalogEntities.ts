import type { Entity } from '@backstage/catalog-model';

/** A Component, as the catalog hands it out. */
export function componentEntity(options: {
  name: string;
  owner?: string;
  system?: string;
  title?: string;
  annotations?: Record<string, string>;
}): Entity {
  const { name, owner, system, title, annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', title, annotations },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}

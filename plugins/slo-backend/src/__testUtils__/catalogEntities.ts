import type { Entity } from '@backstage/catalog-model';

/** A Component, as the catalog hands it out. */
export function componentEntity(options: {
  name: string;
  owner?: string;
  system?: string;
}): Entity {
  const { name, owner, system } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      ...(owner ? [{ type: 'ownedBy', targetRef: owner }] : []),
      ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ],
  };
}

/** An SLO that counts failed requests, as the catalog hands it out. */
export function sloEntity(options: {
  name: string;
  service: string;
  /** What differs in the spec. */
  spec?: Record<string, unknown>;
  annotations?: Record<string, string>;
}): Entity {
  const { name, service, spec, annotations } = options;
  const metric = (query: string) => ({
    metricSource: { type: 'Prometheus', spec: { query } },
  });
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-of-${name}`,
      etag: `etag-of-${name}`,
      displayName: `SLO ${name}`,
      annotations: {
        'backstage.io/source-location': `url:https://git.example/${name}.yaml`,
        ...annotations,
      },
    },
    spec: {
      service,
      budgetingMethod: 'Occurrences',
      timeWindow: [{ duration: '30d', isRolling: true }],
      objectives: [{ displayName: 'Requests served', target: 0.99 }],
      indicator: {
        metadata: { name: `${name}-indicator` },
        spec: {
          ratioMetric: {
            counter: true,
            bad: metric(`bad_total{service="${service}"}`),
            total: metric(`requests_total{service="${service}"}`),
          },
        },
      },
      ...spec,
    } as Entity['spec'],
  };
}

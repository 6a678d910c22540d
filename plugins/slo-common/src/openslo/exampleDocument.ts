import { slug } from './slug';

/** Words that YAML would not read as text. */
const NOT_TEXT = /^(true|false|null|yes|no|on|off|y|n|[0-9].*|.*[^a-z0-9-].*)$/;

/**
 * The twelve lines of YAML that create the first objective of a service:
 * 99.9 % of its HTTP requests do not end in a 5xx, over thirty days. The
 * metric is the one that most Prometheus clients offer, with the service's
 * name in the label `service`.
 *
 * @public
 */
export function exampleDocument(options: {
  /** Name of the component, or of the system or API. */
  serviceName: string;
  /** Its namespace, where that is not `default`. */
  namespace?: string;
  /** Its kind, where that is not `Component`. */
  kind?: string;
}): string {
  const { serviceName, namespace = 'default' } = options;
  const kind = (options.kind ?? 'Component').toLocaleLowerCase('en-US');
  const service =
    namespace === 'default' && kind === 'component'
      ? serviceName
      : `${kind}:${namespace}/${serviceName}`;
  // `-availability` has to fit into the 63 characters of a name.
  const stem = slug(serviceName).slice(0, 50).replace(/-$/, '') || 'service';
  const label = `service="${serviceName}"`;
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${stem}-availability }
spec:
  service: ${NOT_TEXT.test(service) ? `'${service}'` : service}
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 30d, isRolling: true }]
  objectives: [{ displayName: Availability, target: 0.999 }]
  indicator: { metadata: { name: ${stem}-requests }, spec: { ratioMetric: {
    counter: true,
    bad: { metricSource: { spec: { query: 'http_requests_total{${label},code=~"5.."}' } } },
    total: { metricSource: { spec: { query: 'http_requests_total{${label}}' } } } } } }
`;
}

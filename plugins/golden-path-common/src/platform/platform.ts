import { z } from 'zod/v4';

const HOST = /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/;
const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function url() {
  return z
    .string()
    .max(300)
    .regex(/^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~-]+)*$/, {
      error: 'must be an http(s) address without a slash at its end',
    });
}

function named(pattern: RegExp, what: string) {
  return z.string({ error: `is missing: ${what}` }).regex(pattern, {
    error: `must be ${what}`,
  });
}

/**
 * What all services of a company stand on. Names that installations share have
 * a default, what only a company itself can know has none.
 *
 * @public
 */
export const platform = z.object({
  /** Address of the portal. */
  portalUrl: url(),
  /** Where images are pushed: host, perhaps with a path. */
  registry: named(
    /^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\d{1,5})?(\/[a-z0-9]+([._-][a-z0-9]+)*)*$/,
    'a registry of images, as registry.shopkart.example',
  ),
  /** Prometheus, as a pod of the cluster reaches it. */
  prometheusUrl: url().default(
    'http://prometheus-operated.monitoring.svc:9090',
  ),
  monitoringNamespace: named(NAME, 'a namespace').default('monitoring'),
  gatewayNamespace: named(NAME, 'a namespace').default('gateway'),
  gatewayName: named(NAME, 'the name of a Gateway').default('shared'),
  /** Below it each service has a name of its own. */
  hostDomain: named(HOST, 'a domain, as shopkart.example'),
  /** A ClusterSecretStore of the External Secrets Operator. */
  secretStore: named(NAME, 'the name of a ClusterSecretStore').default(
    'platform',
  ),
  /** Name of the cluster. */
  cluster: named(
    /^[A-Za-z0-9]([A-Za-z0-9-]{0,98}[A-Za-z0-9])?$/,
    'the name of the cluster, as shop-production',
  ),
  argocdNamespace: named(NAME, 'a namespace').default('argocd'),
  argocdProject: named(NAME, 'a project of Argo CD').default('default'),
  /** Of the cloud. */
  region: named(
    /^[a-z]{2,}(-[a-z]+)+-\d$/,
    'a region of the cloud, as eu-central-1',
  ),
  /** Keeps the state of Terraform. */
  stateBucket: named(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'a bucket for the state of Terraform',
  ),
  sonarUrl: url().default('https://sonarcloud.io'),
  /** What the names of all Java packages begin with. */
  javaGroup: named(
    /^[a-z][a-z0-9]*(\.[a-z][a-z0-9]*){1,5}$/,
    'the group of Java packages, as com.shopkart',
  ),
  /** OTLP over HTTP, as a pod of the cluster reaches it. */
  otlpEndpoint: url().default('http://otel-collector.monitoring.svc:4318'),
});

/** What all services of a company stand on. @public */
export type Platform = z.output<typeof platform>;

/** Where the services of the suite run. */
export const NAMESPACE = 'shop';

interface Service {
  name: string;
  /** Tag of its image. */
  version: string;
  /** The service of the catalog; called like itself by default. */
  serviceId?: string;
  replicas?: number;
  /** Its pods wait for a node that does not exist. */
  isStuck?: boolean;
  /** When a roll-out counts as failed, 10 seconds by default. */
  deadlineSeconds?: number;
  /** A setting that is no version. */
  setting?: string;
}

function labelsOf({ name, serviceId = name }: Service) {
  return {
    'backstage.io/kubernetes-id': serviceId,
    'plimsoll.dev/environment': 'production',
  };
}

function templateOf(service: Service) {
  const { name, version, isStuck, setting = 'a' } = service;
  return {
    metadata: { labels: { app: name, ...labelsOf(service) } },
    spec: {
      ...(isStuck && { nodeSelector: { nowhere: 'to-be-found' } }),
      containers: [
        {
          name,
          image: `registry.example.com/shop/${name}:${version}`,
          env: [{ name: 'SETTING', value: setting }],
        },
        { name: 'proxy', image: 'registry.example.com/mesh/proxy:v4.2.0' },
      ],
    },
  };
}

/** A Deployment of three pods. */
export function deployment(service: Service): object {
  const { name, replicas = 3, deadlineSeconds = 10 } = service;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE, labels: labelsOf(service) },
    spec: {
      replicas,
      progressDeadlineSeconds: deadlineSeconds,
      selector: { matchLabels: { app: name } },
      template: templateOf(service),
    },
  };
}

/** A Rollout whose canary gets a quarter of the pods and is then judged. */
export function rollout(service: Service): object {
  const { name } = service;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, namespace: NAMESPACE, labels: labelsOf(service) },
    spec: {
      replicas: 4,
      selector: { matchLabels: { app: name } },
      template: templateOf(service),
      strategy: {
        canary: {
          steps: [
            { setWeight: 25 },
            { pause: { duration: '5s' } },
            { analysis: { templates: [{ templateName: 'availability' }] } },
            { setWeight: 100 },
          ],
        },
      },
    },
  };
}

/** Asks a real Prometheus for a figure that is too low. */
export function analysisTemplate(address: string): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'availability', namespace: NAMESPACE },
    spec: {
      metrics: [
        {
          name: 'availability',
          interval: '2s',
          count: 2,
          failureLimit: 0,
          successCondition: 'result[0] >= 0.99',
          provider: {
            prometheus: {
              address,
              query: 'min(up{job="prometheus"}) * 0.93',
            },
          },
        },
      ],
    },
  };
}

/** A node with room for everything, whose kubelet is simulated. */
export function node(name: string): object {
  const room = { cpu: '64', memory: '256Gi', pods: '1000' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/os': 'linux' } },
    status: { allocatable: room, capacity: room },
  };
}

/** A namespace of that name. */
export function namespace(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

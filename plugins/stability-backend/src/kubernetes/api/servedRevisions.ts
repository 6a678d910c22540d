import { z } from 'zod';
import { DEPLOYMENT_REVISION } from '../workload/readDeployment';
import { SERVICE_LABEL } from '../workload/readWorkload';
import type { Workload } from '../workload/Workload';
import type { KubernetesProxy } from './KubernetesProxy';

/** Names and annotations are enough; templates are left where they are. */
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

const HISTORY = 'deployment.kubernetes.io/revision-history';

const replicaSets = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        annotations: z.record(z.string(), z.string()).nullish(),
        ownerReferences: z.array(z.object({ uid: z.string() })).nullish(),
      }),
    }),
  ),
});

/**
 * Which earlier revisions the ReplicaSets of these Deployments have served: a
 * Deployment that goes back uses its old ReplicaSet again. One list call,
 * however many Deployments; their pods need the label `backstage.io/kubernetes-id`,
 * as the Kubernetes plugin wants it, too.
 *
 * @returns by uid of the Deployment, only those that did serve before
 * @throws ResponseError with the status that the cluster answered
 */
export async function servedRevisions(options: {
  proxy: KubernetesProxy;
  cluster: string;
  deployments: Workload[];
  signal: AbortSignal;
}): Promise<Map<string, number[]>> {
  const { proxy, deployments } = options;
  const namespaces = [...new Set(deployments.map(one => one.namespace))];
  const place =
    namespaces.length === 1
      ? `/namespaces/${encodeURIComponent(namespaces[0])}`
      : '';
  const search = new URLSearchParams({
    labelSelector: SERVICE_LABEL,
    resourceVersion: '0',
  });
  const response = await proxy.get({
    ...options,
    accept: METADATA_ONLY,
    path: `/apis/apps/v1${place}/replicasets?${search}`,
  });
  const { items } = replicaSets.parse(await response.json());
  const served = new Map<string, number[]>();
  for (const { metadata } of items) {
    const annotations = metadata.annotations ?? {};
    const revision = Number(annotations[DEPLOYMENT_REVISION]);
    const earlier = (annotations[HISTORY] ?? '').split(',').filter(Boolean);
    const owner = deployments.find(
      one =>
        one.revision === revision &&
        metadata.ownerReferences?.some(({ uid }) => uid === one.uid),
    );
    if (owner && earlier.length > 0) {
      served.set(owner.uid, earlier.map(Number));
    }
  }
  return served;
}

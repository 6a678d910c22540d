import { z } from 'zod';
import type { WorkloadKind } from '../observe/ClusterState';
import type { ClusterLook } from '../observe/observe';
import type { KubernetesProxy } from './KubernetesProxy';
import { changeOf, workloadsPath } from './resources';

/** Objects in one answer; the API server's cache may give all at once. */
const PAGE = '500';

const page = z.object({
  metadata: z.object({
    resourceVersion: z.string(),
    continue: z.string().nullish(),
  }),
  items: z.array(z.unknown()),
});

/**
 * All workloads of one kind. They come from the API server's cache, which costs
 * it little; what lags behind is seen with the changes.
 *
 * @throws ResponseError with the status that the cluster answered
 */
export async function listWorkloads(options: {
  proxy: KubernetesProxy;
  cluster: string;
  kind: WorkloadKind;
  signal: AbortSignal;
}): Promise<ClusterLook> {
  const { proxy, kind } = options;
  const objects: unknown[] = [];
  let resourceVersion: string | undefined;
  let next: string | undefined;
  do {
    const response = await proxy.get({
      ...options,
      path: workloadsPath(kind, {
        limit: PAGE,
        // who goes on has to go on in the same version
        ...(next ? { continue: next } : { resourceVersion: '0' }),
      }),
    });
    const { metadata, items } = page.parse(await response.json());
    objects.push(...items);
    resourceVersion ??= metadata.resourceVersion;
    next = metadata.continue || undefined;
  } while (next);
  return {
    kind,
    isComplete: true,
    resourceVersion,
    changes: objects.flatMap(object => changeOf(kind, object) ?? []),
  };
}

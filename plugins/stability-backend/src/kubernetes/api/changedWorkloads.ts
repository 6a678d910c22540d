import { CustomErrorBase } from '@backstage/errors';
import { z } from 'zod';
import type { WorkloadKind } from '../observe/ClusterState';
import type { ClusterChange, ClusterLook } from '../observe/observe';
import type { KubernetesProxy } from './KubernetesProxy';
import { changeOf, workloadsPath } from './resources';

/** How long the API server goes on telling changes, seconds. */
const TELLS_SECONDS = '2';

const watchEvent = z.object({
  type: z.enum(['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']),
  object: z.looseObject({
    code: z.number().nullish(),
    message: z.string().nullish(),
    metadata: z
      .looseObject({ resourceVersion: z.string().nullish() })
      .nullish(),
  }),
});

/** The API server does not remember so far back: all has to be listed anew. */
export class ForgottenVersionError extends CustomErrorBase {
  name = 'ForgottenVersionError' as const;
}

/**
 * What changed since a resource version: a watch that ends by itself after two
 * seconds. It costs the API server as much as there are changes, however many
 * workloads there are, and shows each step in between two polls.
 *
 * @throws ForgottenVersionError when it was too long ago
 * @throws ResponseError with the status that the cluster answered
 */
export async function changedWorkloads(options: {
  proxy: KubernetesProxy;
  cluster: string;
  kind: WorkloadKind;
  resourceVersion: string;
  signal: AbortSignal;
}): Promise<ClusterLook> {
  const { proxy, kind } = options;
  const response = await proxy.get({
    ...options,
    path: workloadsPath(kind, {
      watch: '1',
      resourceVersion: options.resourceVersion,
      timeoutSeconds: TELLS_SECONDS,
      allowWatchBookmarks: 'true',
    }),
  });
  const lines = (await response.text()).split('\n').filter(Boolean);
  const changes: ClusterChange[] = [];
  let { resourceVersion } = options;
  for (const line of lines) {
    const { type, object } = watchEvent.parse(JSON.parse(line));
    if (type === 'ERROR') {
      throw new ForgottenVersionError(
        `The cluster does not tell changes any more: ${object.message}`,
      );
    }
    resourceVersion = object.metadata?.resourceVersion ?? resourceVersion;
    const change = type === 'BOOKMARK' ? undefined : changeOf(kind, object);
    if (change) {
      changes.push(type === 'DELETED' ? { ...change, isGone: true } : change);
    }
  }
  return { kind, isComplete: false, resourceVersion, changes };
}

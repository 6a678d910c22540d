import { commitSha, recordNumber } from '../../releases/commitSha';
import type { Release } from '../../releases/Release';
import { type Delivery, DELAY_MS } from '../Delivery';

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** What the notifications of Argo Rollouts tell of a canary that was stopped. */
export function rolloutDeliveries(release: Release): Delivery[] {
  const { startedAt, endedAt } = release;
  return [
    notification(release, startedAt, { phase: 'Progressing' }),
    notification(release, endedAt, {
      phase: 'Degraded',
      message: release.badEnd?.reason,
      abort: true,
      abortedAt: iso(endedAt),
    }),
  ];
}

function notification(
  release: Release,
  at: number,
  status: Record<string, unknown>,
): Delivery {
  const { service, version, startedAt, badEnd } = release;
  const hash = (name: string) => commitSha(name).slice(0, 10);
  return {
    door: 'argo-rollouts',
    at: at + DELAY_MS,
    headers: {},
    body: JSON.stringify({
      name: service,
      namespace: 'production',
      labels: { 'backstage.io/kubernetes-id': service },
      revision: String(recordNumber(`${service} ${startedAt}`) % 1_000),
      images: [`registry.shopkart.example/${service}:${version}`],
      currentPodHash: hash(`${service} ${version}`),
      stableRS: hash(`${service} before ${version}`),
      canary: {
        weights: { canary: { weight: (badEnd?.traffic ?? 0) * 100 } },
      },
      conditions: [
        {
          type: 'Progressing',
          status: status.abort ? 'False' : 'True',
          reason: status.abort ? 'RolloutAborted' : 'ReplicaSetUpdated',
          lastUpdateTime: iso(at),
        },
      ],
      duration: { rolloutStartedAt: iso(startedAt) },
      ...status,
    }),
  };
}

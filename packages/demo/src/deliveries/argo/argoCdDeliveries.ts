import { commitSha } from '../../releases/commitSha';
import type { Release } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import { type Delivery, DELAY_MS } from '../Delivery';

/** The next cluster follows when the first one was seen to be well. */
const BETWEEN_CLUSTERS_MS = 25 * 60_000;

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Name of the application in one cluster: `search-eu-west`. */
export function applicationName(service: string, cluster: string): string {
  return `${service}-${cluster.replace(/^eks-/, '')}`;
}

/** What the notifications of Argo CD tell: each cluster syncs for itself. */
export function argoCdDeliveries(options: {
  release: Release;
  profile: ServiceProfile;
}): Delivery[] {
  const { release, profile } = options;
  const { clusters = [] } = profile;
  // what fails in the first cluster never sees the second one
  const reached = release.badEnd ? clusters.slice(0, 1) : clusters;
  return reached.flatMap((cluster, index) => {
    const later = index * delayOf(release);
    const startedAt = release.startedAt + later;
    const endedAt = release.endedAt + later;
    const about = { release, cluster, startedAt };
    return [
      sync(about, { phase: 'Running', health: 'Progressing', at: startedAt }),
      release.badEnd
        ? sync(about, { phase: 'Failed', health: 'Degraded', at: endedAt })
        : sync(about, { phase: 'Succeeded', health: 'Healthy', at: endedAt }),
    ];
  });
}

/** Nobody waits between the clusters when a version is taken back. */
function delayOf({ changes }: Release): number {
  return changes.length === 0 ? 0 : BETWEEN_CLUSTERS_MS;
}

function sync(
  about: { release: Release; cluster: string; startedAt: number },
  state: { phase: string; health: string; at: number },
): Delivery {
  const { release, cluster, startedAt } = about;
  const { service, version, tag = version, badEnd } = release;
  const { phase, health, at } = state;
  const isOver = phase !== 'Running';
  const digest = `${commitSha(`image ${service} ${version}`)}${'0'.repeat(24)}`;
  return {
    door: 'argocd',
    at: at + DELAY_MS,
    headers: {},
    body: JSON.stringify({
      app: applicationName(service, cluster),
      appNamespace: 'argocd',
      labels: { 'plimsoll.dev/environment': 'production' },
      destination: { name: cluster, namespace: service },
      phase,
      message: (isOver && badEnd?.reason) || 'successfully synced',
      startedAt: iso(startedAt),
      finishedAt: isOver ? iso(at) : null,
      health,
      healthSince: isOver ? iso(at) : null,
      images: [
        `registry.shopkart.example/${service}:${tag}@sha256:${digest}`,
        'envoyproxy/envoy:v1.34.1',
      ],
    }),
  };
}

import { commitSha } from '../../releases/commitSha';
import { shopInstant } from '../../time/shopInstant';
import { type Delivery, DELAY_MS } from '../Delivery';

/** Whose canary it is. */
export const CANARY_SERVICE = 'fraud-score';

const iso = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Version that a cycle tries, and the one that takes its place. */
export function canaryVersions(cycle: number): {
  paused: string;
  next: string;
} {
  return { paused: `v2.${100 + cycle}.0`, next: `v2.${100 + cycle}.1` };
}

/**
 * A new model sees a fifth of the payments and waits for somebody to look at its
 * figures; four days later a better one takes its place. The first never was a
 * deployment, however long it took traffic.
 */
export function pausedCanary(cycle: number): Delivery[] {
  const { paused, next } = canaryVersions(cycle);
  const begun = shopInstant(cycle, 17, '11:00');
  const replaced = shopInstant(cycle, 21, '10:30');
  const first = { version: paused, revision: 2 * cycle + 1_000, begun };
  const second = {
    version: next,
    revision: 2 * cycle + 1_001,
    begun: replaced,
  };
  const minute = 60_000;
  return [
    rollout(first, begun, { phase: 'Progressing', weight: 0 }),
    rollout(first, begun + 2 * minute, { phase: 'Paused', weight: 20 }),
    rollout(first, replaced, {
      phase: 'Progressing',
      weight: 0,
      completionStatus: 'Superseded',
    }),
    rollout(second, replaced, { phase: 'Progressing', weight: 0 }),
    rollout(second, replaced + 6 * minute, {
      phase: 'Healthy',
      weight: 100,
      completionStatus: 'Promoted',
    }),
  ];
}

function rollout(
  canary: { version: string; revision: number; begun: number },
  at: number,
  state: { phase: string; weight: number; completionStatus?: string },
): Delivery {
  const { version, revision, begun } = canary;
  const { phase, weight, completionStatus } = state;
  const hash = commitSha(`${CANARY_SERVICE} ${version}`).slice(0, 10);
  const stable = commitSha(`${CANARY_SERVICE} before ${version}`).slice(0, 10);
  return {
    door: 'argo-rollouts',
    at: at + DELAY_MS,
    headers: {},
    body: JSON.stringify({
      name: CANARY_SERVICE,
      namespace: 'production',
      labels: { 'backstage.io/kubernetes-id': CANARY_SERVICE },
      revision: String(revision),
      images: [`registry.shopkart.example/${CANARY_SERVICE}:${version}`],
      phase,
      currentPodHash: hash,
      stableRS: phase === 'Healthy' ? hash : stable,
      canary: { weights: { canary: { weight } } },
      conditions: [
        {
          type: 'Progressing',
          status: 'True',
          reason: phase === 'Paused' ? 'RolloutPaused' : 'ReplicaSetUpdated',
          lastUpdateTime: iso(at),
        },
      ],
      duration: {
        rolloutStartedAt: iso(begun),
        ...(completionStatus && { completionStatus, finishedAt: iso(at) }),
      },
    }),
  };
}

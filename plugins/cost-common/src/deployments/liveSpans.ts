import type { CostedDeployment } from './CostedDeployment';

const DAY_MS = 86_400_000;

/** When a deployment was what ran. */
export interface LiveSpan {
  deployment: CostedDeployment;
  /** When it went live, in days since 1970. */
  at: number;
  /** Number of that day. */
  deployed: number;
  /** Number of the day on which it was replaced; none while it runs. */
  replaced?: number;
  liveSeconds?: number;
}

/** Deployments, oldest first, each until the next one unless it says so. */
export function liveSpans(
  deployments: readonly CostedDeployment[],
): LiveSpan[] {
  const sorted = [...deployments].sort((a, b) =>
    `${a.finishedAt} ${a.id}` < `${b.finishedAt} ${b.id}` ? -1 : 1,
  );
  return sorted.map((deployment, n) => {
    const { finishedAt } = deployment;
    const until = deployment.liveUntil ?? sorted[n + 1]?.finishedAt;
    return {
      deployment,
      at: Date.parse(finishedAt) / DAY_MS,
      deployed: Math.floor(Date.parse(finishedAt) / DAY_MS),
      ...(until && {
        replaced: Math.floor(Date.parse(until) / DAY_MS),
        liveSeconds: (Date.parse(until) - Date.parse(finishedAt)) / 1000,
      }),
    };
  });
}

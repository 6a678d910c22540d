import { dayNumber } from '../calendar/utcDays';
import type { CostedDeployment } from './CostedDeployment';

/** When a deployment was what ran. */
export interface LiveSpan {
  deployment: CostedDeployment;
  /** Number of the day on which it was live first. */
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
      deployed: dayNumber(finishedAt.slice(0, 10)),
      ...(until && {
        replaced: dayNumber(until.slice(0, 10)),
        liveSeconds: (Date.parse(until) - Date.parse(finishedAt)) / 1000,
      }),
    };
  });
}

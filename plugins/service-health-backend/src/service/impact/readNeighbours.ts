import {
  type DeploymentImpact,
  hasStopped,
  servedFrom,
  wentLive,
} from '@plimsoll/plugin-service-health-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { ImpactSources, ImpactTokens } from './ImpactSources';

/** Of the same environment, around a deployment. */
export type Neighbours = Pick<
  DeploymentImpact['deployment'],
  'previous' | 'next'
> & {
  /** Since when nothing came or went before it, ISO instant. */
  quietSince?: string;
};

const DAY_MS = 86_400_000;
/** How far back the one before is looked for. */
const BACK_MS = 30 * DAY_MS;
const PAGE = 100;

/**
 * What ran before a deployment, and what took its place. A roll-out that failed
 * or was stopped did neither, but what it did is no part of how it was before.
 */
export async function readNeighbours(options: {
  stability: ImpactSources['stability'];
  deployment: Deployment;
  windowSeconds: number;
  sent: ImpactTokens['stability'];
}): Promise<Neighbours> {
  const { stability, deployment, windowSeconds, sent } = options;
  const { entityRef, environment, state, finishedAt } = deployment;
  const servedAt = servedFrom(deployment);
  if (servedAt === undefined) {
    return {};
  }
  const live = Date.parse(servedAt);
  // of what was taken back nothing takes the place later
  const stoppedAt =
    state === 'aborted' && finishedAt !== undefined
      ? Date.parse(finishedAt)
      : Number.POSITIVE_INFINITY;
  const list = async (from: number, to: number) => {
    const page = await stability.listDeployments(
      {
        entityRef,
        environment,
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        limit: PAGE,
      },
      sent,
    );
    return page.items.filter(
      other =>
        other.id !== deployment.id &&
        other.environment === environment &&
        other.type !== 'redeploy' &&
        other.finishedAt !== undefined,
    );
  };
  const [later, earlier] = await Promise.all([
    list(Date.parse(deployment.startedAt), live + windowSeconds * 1_000),
    list(live - BACK_MS, live),
  ]);
  const next = later
    .filter(wentLive)
    .filter(other => liveAt(other) > live && liveAt(other) <= stoppedAt)
    .sort((a, b) => liveAt(a) - liveAt(b))[0];
  const over = earlier
    .filter(other => liveAt(other) < live)
    .sort((a, b) => liveAt(b) - liveAt(a));
  const previous = over.find(wentLive);
  const last = over.find(other => wentLive(other) || hasStopped(other));
  return {
    ...(last && { quietSince: last.finishedAt }),
    ...(previous && {
      previous: {
        id: previous.id,
        version: previous.version,
        liveAt: previous.finishedAt,
      },
    }),
    ...(next?.finishedAt !== undefined && {
      next: {
        id: next.id,
        version: next.version,
        liveAt: next.finishedAt,
        type: next.type,
      },
    }),
  };
}

function liveAt({ finishedAt = '' }: Deployment): number {
  return Date.parse(finishedAt);
}

import type { DeploymentImpact } from '@plimsoll/plugin-service-health-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import type { ImpactSources, ImpactTokens } from './ImpactSources';

/** Of the same environment, around a deployment. */
export type Neighbours = Pick<
  DeploymentImpact['deployment'],
  'previous' | 'next'
>;

const DAY_MS = 86_400_000;
/** How far back the one before is looked for. */
const BACK_MS = 30 * DAY_MS;
const PAGE = 100;

/** What ran before a deployment, and what took its place. */
export async function readNeighbours(options: {
  stability: ImpactSources['stability'];
  deployment: Deployment;
  windowSeconds: number;
  sent: ImpactTokens['stability'];
}): Promise<Neighbours> {
  const { stability, deployment, windowSeconds, sent } = options;
  const { entityRef, environment, finishedAt } = deployment;
  if (finishedAt === undefined) {
    return {};
  }
  const live = Date.parse(finishedAt);
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
    .filter(other => liveAt(other) > live)
    .sort((a, b) => liveAt(a) - liveAt(b))[0];
  const previous = earlier
    .filter(other => liveAt(other) < live)
    .sort((a, b) => liveAt(b) - liveAt(a))[0];
  return {
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

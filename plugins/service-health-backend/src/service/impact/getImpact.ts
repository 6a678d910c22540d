import { NotFoundError } from '@backstage/errors';
import {
  type DeploymentImpact,
  impactSpans,
  type ImpactDoubt,
  wentLive,
} from '@plimsoll/plugin-service-health-common';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { type FleetView, visibleRows } from '../fleet/FleetView';
import { lensFaultOf } from '../../pulling/lensFaultOf';
import type { ServiceHealthContext } from '../ServiceHealthContext';
import type { ImpactSources, ImpactTokens } from './ImpactSources';
import { readIncidents } from './readIncidents';
import { type Neighbours, readNeighbours } from './readNeighbours';
import { readObjectives, withoutObjectives } from './readObjectives';
import { readUnitCost } from './readUnitCost';

const DEFAULT_WINDOW_SECONDS = 24 * 3_600;

/**
 * What a deployment did to error budget, errors, latency and the cost of a
 * request, asked of the plugins that know it with the caller's rights. What
 * cannot be told says why.
 *
 * @throws NotFoundError when there is no such deployment, and in the same words
 * when the caller may not see it, or its service
 */
export async function getImpact(options: {
  context: ServiceHealthContext;
  view: FleetView;
  sources: ImpactSources;
  tokens: ImpactTokens;
  id: string;
}): Promise<DeploymentImpact> {
  const { context, sources, tokens, id } = options;
  const { stability, slo, cost } = sources;
  const deployment = await readDeployment(options);
  const { windowSeconds = DEFAULT_WINDOW_SECONDS } = deployment.verdict;
  const sent = tokens.stability;
  const [neighbours, incidents] = await Promise.all([
    readNeighbours({ stability, deployment, windowSeconds, sent }),
    readIncidents({ stability, deployment, windowSeconds, sent }),
  ]);
  const now = context.now();
  const spans = deployment.production
    ? impactSpans({
        deployment,
        quietSince: neighbours.quietSince,
        nextLiveAt: neighbours.next?.liveAt,
        now,
      })
    : 'not-production';
  const { entityRef } = deployment;
  const [objectives, unitCost] = await Promise.all([
    typeof spans === 'string'
      ? withoutObjectives(spans)
      : readObjectives({ slo, entityRef, spans, sent: tokens.slo }),
    deployment.production
      ? readUnitCost({ cost, deployment, sent: tokens.cost })
      : cannotTell('not-production'),
  ]);
  return {
    deployment: toDeployment(deployment, neighbours),
    verdict: deployment.verdict,
    evidence: deployment.evidence,
    incidents: incidents.filter(({ cause }) => cause === id).map(toIncident),
    ...(typeof spans !== 'string' && { spans }),
    ...objectives,
    unitCost,
    computedAt: new Date(now).toISOString(),
  };
}

function cannotTell(reason: ImpactDoubt) {
  return { state: 'cannot-tell', reason } as const;
}

async function readDeployment(options: {
  context: ServiceHealthContext;
  view: FleetView;
  sources: ImpactSources;
  tokens: ImpactTokens;
  id: string;
}): Promise<Deployment> {
  const { context, view, sources, tokens, id } = options;
  const notFound = () =>
    new NotFoundError(`There is no deployment '${id}', or you may not see it`);
  const deployment = await sources.stability
    .getDeployment(id, tokens.stability)
    .catch(error => {
      throw lensFaultOf(error) === 'not-answering' ? error : notFound();
    });
  const row = await visibleRows({ client: context.client, view })
    .where('s.entity_ref', deployment.entityRef.toLocaleLowerCase('en-US'))
    .first('s.entity_ref');
  if (!row) {
    throw notFound();
  }
  return deployment;
}

function toDeployment(
  deployment: Deployment,
  { previous, next }: Neighbours,
): DeploymentImpact['deployment'] {
  const {
    id,
    entityRef,
    environment,
    production,
    type,
    state,
    version,
    title,
    url,
    commitSha,
    startedAt,
    finishedAt,
    detectedAt,
    recoveredAt,
    remediatedBy,
    changes,
  } = deployment;
  return {
    id,
    entityRef,
    environment,
    production,
    type,
    state,
    version,
    title,
    url,
    commitSha,
    startedAt,
    finishedAt,
    detectedAt,
    recoveredAt,
    remediatedBy,
    changes: changes.length,
    ...(previous && { previous }),
    ...(next && { next }),
    ...(next &&
      finishedAt !== undefined &&
      wentLive(deployment) && {
        liveSeconds: (Date.parse(next.liveAt) - Date.parse(finishedAt)) / 1_000,
      }),
  };
}

function toIncident({
  cause: _,
  ...incident
}: Awaited<ReturnType<typeof readIncidents>>[number]) {
  return incident;
}

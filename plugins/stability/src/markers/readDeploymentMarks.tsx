import {
  VerdictGlyph,
  type MarkerRequest,
  type TimeMarker,
} from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { deploymentName, verdictKind } from '../words';
import { markPath } from './markPath';
import { readAll } from './readAll';
import { PRODUCTION } from '../queries/production';

/** The deployments of a service as marks; redeploys are none. */
export async function readDeploymentMarks(
  request: MarkerRequest,
): Promise<TimeMarker[]> {
  const { entityRef, from, to, signal, apis } = request;
  const stabilityApi = apis.get(stabilityApiRef);
  if (!stabilityApi) {
    return [];
  }
  const deployments = await readAll<Deployment>(cursor =>
    stabilityApi.listDeployments(
      {
        entityRef,
        environment: PRODUCTION,
        from: from.toISOString(),
        to: to.toISOString(),
        limit: 100,
        cursor,
      },
      { signal },
    ),
  );
  return deployments
    .filter(({ verdict }) => verdict.name !== 'not-counted')
    .map(markOf);
}

function markOf(deployment: Deployment): TimeMarker {
  const { id, entityRef, startedAt, finishedAt, verdict } = deployment;
  const kind = verdictKind(verdict);
  const name = deploymentName(deployment);
  return {
    id,
    at: new Date(finishedAt ?? startedAt),
    kind,
    // A marker source has no translations; the verdicts are the API's words.
    title: [name, kind, deployment.title].filter(Boolean).join(', '),
    glyph: <VerdictGlyph verdict={kind} />,
    href: markPath({ entityRef, deployment: id }),
    callout: kind === 'failed' || kind === 'suspect' ? name : undefined,
  };
}

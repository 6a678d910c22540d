import type { ApiHolder } from '@backstage/frontend-plugin-api';
import {
  readTranslation,
  VerdictGlyph,
  type MarkerRequest,
  type TimeMarker,
} from '@plimsoll/plugin-plimsoll-react';
import type { Deployment } from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { PRODUCTION } from '../queries/production';
import { stabilityTranslationRef } from '../translation';
import { deploymentName, verdictKind, type Voice } from '../words';
import { markPath } from './markPath';
import { readAll } from './readAll';

/** Names the lane. */
export async function deploymentsTitle(apis: ApiHolder): Promise<string> {
  const t = await readTranslation({ apis, ref: stabilityTranslationRef });
  return t('mark.deployments');
}

/** The deployments of a service as marks; redeploys are none. */
export async function readDeploymentMarks(
  request: MarkerRequest,
): Promise<TimeMarker[]> {
  const { entityRef, from, to, signal, apis } = request;
  const stabilityApi = apis.get(stabilityApiRef);
  if (!stabilityApi) {
    return [];
  }
  const t = await readTranslation({ apis, ref: stabilityTranslationRef });
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
    .map(deployment => markOf({ deployment, t }));
}

function markOf(options: {
  deployment: Deployment;
  t: Voice['t'];
}): TimeMarker {
  const { deployment, t } = options;
  const { id, entityRef, startedAt, finishedAt, verdict, title } = deployment;
  const kind = verdictKind(verdict);
  const name = deploymentName(deployment);
  const mark = t(`mark.verdict.${kind}`, { version: name });
  return {
    id,
    at: new Date(finishedAt ?? startedAt),
    kind,
    title: title ? t('mark.titled', { mark, title }) : mark,
    glyph: <VerdictGlyph verdict={kind} />,
    href: markPath({ entityRef, deployment: id }),
    callout: kind === 'failed' || kind === 'suspect' ? name : undefined,
  };
}

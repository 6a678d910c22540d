import type {
  DeploymentPhase,
  IdentityHint,
} from '@plimsoll/plugin-stability-common';
import { hashOf } from '../payload/hashOf';
import { imageVersion } from '../payload/images';
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { type Application, application } from './application';

/** Reads what the notification template of our documentation renders. */
export class ArgoCdSender implements Sender {
  readonly source = 'argocd';
  readonly keptHeaders = [];

  static create(): ArgoCdSender {
    return new ArgoCdSender();
  }

  keyOf({ body }: Delivery): DeliveryKey {
    return { key: hashOf(body), dedupeBody: false };
  }

  parse({ body, receivedAt }: Delivery): ParsedDelivery {
    const what = "payload of Plimsoll's template for Argo CD";
    const app = readPayload({ body, schema: application, what });
    const step = stepOf(app, receivedAt);
    const summary = `sync ${app.phase}, ${app.health ?? 'no health'}`;
    if (!step) {
      return {
        summary,
        drafts: [],
        notice: `A sync in phase '${app.phase}' with health '${app.health}' has not ended`,
      };
    }
    const { phase, at } = step;
    const environment =
      app.labels?.['plimsoll.dev/environment'] ??
      app.labels?.environment ??
      app.destination.namespace ??
      'unknown';
    const runId = observationId(
      'argocd',
      `${app.appNamespace ?? ''}/${app.app}`,
      Date.parse(app.startedAt),
    );
    return {
      summary,
      occurredAt: Date.parse(at),
      drafts: [
        {
          kind: 'deployment',
          id: observationId(runId, phase),
          source: 'argocd',
          at,
          runId,
          environment,
          phase,
          ...imageVersion({ images: app.images ?? [], called: app.app }),
          startedAt: app.startedAt,
          finishedAt: phase === 'started' ? undefined : at,
          target: app.destination.name ?? app.destination.server,
          reason: phase === 'failed' ? app.message : undefined,
          url: app.url,
          identity: identityOf(app, environment),
        },
      ],
    };
  }
}

/** What the state of an application says about its last sync. */
function stepOf(
  app: Application,
  receivedAt: number,
): { phase: DeploymentPhase; at: string } | undefined {
  if (app.phase === 'Running') {
    return { phase: 'started', at: app.startedAt };
  }
  const finishedAt = app.finishedAt ?? new Date(receivedAt).toISOString();
  if (app.phase === 'Failed' || app.phase === 'Error') {
    return { phase: 'failed', at: finishedAt };
  }
  if (app.phase === 'Succeeded' && app.health === 'Healthy') {
    // the sync ends when all is applied; live is what became healthy after it
    return { phase: 'succeeded', at: later(finishedAt, app.healthSince) };
  }
  if (app.phase === 'Succeeded' && app.health === 'Degraded') {
    return { phase: 'failed', at: later(finishedAt, app.healthSince) };
  }
  return undefined;
}

function later(one: string, other: string | undefined): string {
  return other && other > one ? other : one;
}

function identityOf(app: Application, environment: string): IdentityHint[] {
  const id = app.labels?.['backstage.io/kubernetes-id'];
  return [
    { type: 'argocd-app', value: app.app },
    ...(id ? [{ type: 'kubernetes-id' as const, value: id }] : []),
    { type: 'environment', value: environment },
  ];
}

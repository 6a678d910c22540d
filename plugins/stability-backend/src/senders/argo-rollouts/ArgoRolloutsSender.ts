import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import { hashOf } from '../payload/hashOf';
import { imageVersion } from '../payload/images';
import { observationId } from '../payload/observationId';
import { readPayload } from '../payload/readPayload';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { canaryTraffic } from './canaryTraffic';
import { type Rollout, rollout } from './rollout';
import { rolloutStep } from './rolloutStep';

/** Reads what the notification template of our documentation renders. */
export class ArgoRolloutsSender implements Sender {
  readonly source = 'argo-rollouts';
  readonly keptHeaders = [];

  static create(): ArgoRolloutsSender {
    return new ArgoRolloutsSender();
  }

  keyOf({ body }: Delivery): DeliveryKey {
    return { key: hashOf(body), dedupeBody: false };
  }

  parse({ body, receivedAt }: Delivery): ParsedDelivery {
    const what = "payload of Plimsoll's template for Argo Rollouts";
    const one = readPayload({ body, schema: rollout, what });
    const { phase, at, rollback } = rolloutStep(one, receivedAt);
    const environment =
      one.labels?.['plimsoll.dev/environment'] ??
      one.labels?.environment ??
      one.namespace;
    // a rollback gives an old pod hash a new revision
    const runId = observationId(
      'argo-rollouts',
      `${one.namespace}/${one.name}`,
      one.revision ?? '',
      one.currentPodHash ?? '',
    );
    const isStopped = phase === 'aborted' || phase === 'failed';
    const traffic = canaryTraffic({ rollout: one, isStopped });
    // each share that it had is kept: only the most of them counts
    const step = phase === 'started' && traffic !== undefined ? [traffic] : [];
    return {
      summary: `rollout ${phase}`,
      occurredAt: Date.parse(at),
      drafts: [
        {
          kind: 'deployment',
          id: observationId(runId, phase, ...step),
          source: 'argo-rollouts',
          at,
          runId,
          environment,
          phase,
          ...imageVersion({ images: one.images ?? [], called: one.name }),
          startedAt: one.duration?.rolloutStartedAt ?? undefined,
          finishedAt: phase === 'started' ? undefined : at,
          rollback,
          traffic,
          reason: isStopped ? one.message : undefined,
          identity: identityOf(one, environment),
        },
      ],
    };
  }
}

function identityOf(one: Rollout, environment: string): IdentityHint[] {
  const id = one.labels?.['backstage.io/kubernetes-id'];
  return [
    { type: 'kubernetes-id', value: id ?? one.name },
    { type: 'environment', value: environment },
  ];
}

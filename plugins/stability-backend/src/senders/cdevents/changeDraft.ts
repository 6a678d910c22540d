import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { observationId } from '../payload/observationId';
import type { CdEvent } from './cdEvent';
import { cdEventIdentity } from './cdEventIdentity';

/** `change.merged`; its subject is a SHA, or `customData.commitSha` says it. */
export function changeDraft(options: {
  event: CdEvent;
  predicate: string;
}): ObservationDraft | undefined {
  const { event } = options;
  const { context, subject, customData } = event;
  const isSha = /^[0-9a-f]{7,64}$/i.test(subject.id);
  const sha = customData.commitSha ?? (isSha ? subject.id : undefined);
  if (!sha) {
    return undefined;
  }
  return {
    kind: 'change',
    id: observationId('cdevents', context.source, context.id),
    source: 'cdevents',
    at: context.timestamp,
    sha: sha.toLowerCase(),
    repository: subject.content.repository?.id ?? customData.repository,
    committedAt: customData.committedAt ?? undefined,
    mergedAt: context.timestamp,
    number: isSha ? undefined : subject.id,
    title: customData.title,
    reverts: customData.reverts?.map(one => one.toLowerCase()),
    unplanned: customData.unplanned ?? undefined,
    identity: cdEventIdentity({ event, service: undefined }),
  };
}

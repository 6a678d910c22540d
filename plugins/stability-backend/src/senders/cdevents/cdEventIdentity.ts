import type { IdentityHint } from '@plimsoll/plugin-stability-common';
import type { CdEvent } from './cdEvent';

/** Names under which an event knows its service. */
export function cdEventIdentity(options: {
  event: CdEvent;
  service: string | undefined;
}): IdentityHint[] {
  const { event, service } = options;
  const { environment, repository } = event.subject.content;
  const repo = repository?.id ?? event.customData.repository;
  return [
    ...(service ? [{ type: 'service' as const, value: service }] : []),
    ...(repo ? [{ type: 'repository' as const, value: repo }] : []),
    ...(environment
      ? [{ type: 'environment' as const, value: environment.id }]
      : []),
  ];
}

import type { InboxDelivery } from '../Inbox';

/** A delivery of a polled source: one deployment of a service. */
export function draftDelivery(
  id: string,
  overrides: { service?: string; source?: string; at?: string } = {},
): InboxDelivery {
  const { service = 'checkout', source = 'poll', at } = overrides;
  const body = {
    kind: 'deployment',
    id: `${source}:${id}`,
    source,
    at: at ?? '2026-11-20T14:00:00.000Z',
    runId: `${source}:${id}`,
    environment: 'production',
    phase: 'succeeded',
    identity: [{ type: 'service', value: service }],
  };
  return {
    source,
    deliveryKey: id,
    body: Buffer.from(JSON.stringify(body)),
    headers: {},
  };
}

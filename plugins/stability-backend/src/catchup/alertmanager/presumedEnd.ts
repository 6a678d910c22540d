import { occurrenceId } from '../../senders/alertmanager/alertDraft';
import { hashOf } from '../../senders/payload/hashOf';
import type { InboxDelivery } from '../../inbox/Inbox';
import type { OpenAlert } from './OpenAlert';

/** Source under which conclusions come into the inbox. */
export const ALERTMANAGER_CHECK = 'alertmanager-check';

/**
 * The end of an alert, as far as it can be concluded. No recovery time is taken
 * from it, and an end that is told after all beats it.
 *
 * @param options.at - Unix milliseconds: it had ended by then
 */
export function presumedEnd(options: {
  alert: OpenAlert;
  at: number;
}): InboxDelivery {
  const { alert, at } = options;
  const { entityRef, affects: _, ...triggered } = alert.triggered;
  const endedAt = new Date(Math.max(at, alert.startsAt)).toISOString();
  const body = Buffer.from(
    JSON.stringify({
      ...triggered,
      id: occurrenceId({
        fingerprint: alert.fingerprint,
        startsAt: new Date(alert.startsAt).toISOString(),
        phase: 'presumed',
      }),
      at: endedAt,
      phase: 'resolved',
      endedAt,
      presumed: true,
      identity: [{ type: 'service', value: entityRef }],
    }),
  );
  return {
    source: ALERTMANAGER_CHECK,
    deliveryKey: hashOf(body),
    body,
    headers: {},
  };
}

import { createHash } from 'node:crypto';
import type { InboxDelivery } from '../inbox/Inbox';
import { BODY_BYTES, HEAD_BYTES } from './readBody';

const MEGABYTE = 1024 * 1024;

/**
 * A delivery that is authentic and too long to be read: a dead letter. Refused,
 * its sender would give it up and nobody would know.
 *
 * @param options.head - the beginning of its body
 */
export function tooLongDelivery(options: {
  source: string;
  head: Buffer;
  headers: Record<string, string>;
  receivedAt: number;
}): InboxDelivery {
  const { source, head, headers, receivedAt } = options;
  const hash = createHash('sha256').update(head).digest('hex');
  return {
    source,
    deliveryKey: `too-long:${hash}`,
    body: head,
    headers,
    receivedAt,
    deadBecause:
      `The body is longer than ${BODY_BYTES / MEGABYTE} MB; only its first ` +
      `${HEAD_BYTES / 1024} kB were kept. Let the sender put less into one ` +
      `delivery: Alertmanager has max_alerts, a batch of events can be split`,
  };
}

import { hashOf } from '../payload/hashOf';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { parseEvent } from './parseEvent';

/** Reads PagerDuty's webhooks of version 3. */
export class PagerDutySender implements Sender {
  readonly source = 'pagerduty';
  readonly keptHeaders = ['x-webhook-id'];

  static create(): PagerDutySender {
    return new PagerDutySender();
  }

  keyOf({ body, headers }: Delivery): DeliveryKey {
    // the signature covers the body alone, and no time
    return { key: headers['x-webhook-id'] ?? hashOf(body), dedupeBody: true };
  }

  parse({ body }: Delivery): ParsedDelivery {
    return parseEvent(body);
  }
}

import { hashOf } from '../payload/hashOf';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { parseBuild } from './parseBuild';

/** Reads Jenkins: its Notification plugin, or a step of a pipeline. */
export class JenkinsSender implements Sender {
  readonly source = 'jenkins';
  readonly keptHeaders = [];

  static create(): JenkinsSender {
    return new JenkinsSender();
  }

  keyOf({ body }: Delivery): DeliveryKey {
    return { key: hashOf(body), dedupeBody: false };
  }

  parse({ body, receivedAt }: Delivery): ParsedDelivery {
    return parseBuild({ body, receivedAt });
  }
}

import type { ObservationDraft } from '@plimsoll/plugin-stability-node';
import { parseJson } from '../payload/parseJson';
import { hashOf } from '../payload/hashOf';
import { checkPayload } from '../payload/readPayload';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { observationDraft } from './observationDraft';

/** Reads what polled sources put into the inbox: one draft a delivery. */
export class PolledSender implements Sender {
  readonly source: string;
  readonly keptHeaders = [];

  /** @param source - name of the `DeploymentSource` */
  static create(source: string): PolledSender {
    return new PolledSender(source);
  }

  private constructor(source: string) {
    this.source = source;
  }

  keyOf({ body }: Delivery): DeliveryKey {
    return { key: hashOf(body), dedupeBody: false };
  }

  parse({ body }: Delivery): ParsedDelivery {
    const payload = parseJson(body);
    const { kind, at, phase } = checkPayload({
      payload,
      schema: observationDraft,
      what: 'draft of a deployment source',
    });
    return {
      summary: phase ? `${kind} ${phase}` : kind,
      occurredAt: Date.parse(at),
      // checked as far as our own tables need it
      drafts: [payload as ObservationDraft],
    };
  }
}

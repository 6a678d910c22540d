import { CdEventValidator } from '../../cloudevents/CdEventValidator';
import type { CloudEvent } from '../../cloudevents/CloudEvent';
import { cloudEventMode } from '../../cloudevents/contentType';
import { readCloudEvent } from '../../cloudevents/readCloudEvent';
import { refuseBatch } from '../../cloudevents/splitBatch';
import { InvalidPayloadError } from '../InvalidPayloadError';
import { hashOf } from '../payload/hashOf';
import { checkPayload } from '../payload/readPayload';
import type { Delivery, DeliveryKey, ParsedDelivery, Sender } from '../Sender';
import { cdEvent } from './cdEvent';
import { changeDraft } from './changeDraft';
import { deploymentDraft } from './deploymentDraft';
import { incidentDraft } from './incidentDraft';

const DRAFTS = {
  service: deploymentDraft,
  incident: incidentDraft,
  change: changeDraft,
};

/** Reads CDEvents 0.4 and 0.5 in CloudEvents, one event a delivery. */
export class CdEventsSender implements Sender {
  readonly source = 'cdevents';
  readonly keptHeaders = [
    'content-type',
    'ce-specversion',
    'ce-id',
    'ce-source',
    'ce-type',
    'ce-subject',
    'ce-time',
  ];
  readonly #validator = CdEventValidator.create();

  static create(): CdEventsSender {
    return new CdEventsSender();
  }

  /** Source and id name an event; what cannot be read is named by its bytes. */
  keyOf({ body, headers }: Delivery): DeliveryKey {
    try {
      const { id, source } = nameOf(readCloudEvent({ body, headers }));
      return { key: JSON.stringify([source, id]), dedupeBody: false };
    } catch {
      return { key: hashOf(body), dedupeBody: false };
    }
  }

  parse({ body, headers }: Delivery): ParsedDelivery {
    if (cloudEventMode(headers['content-type']) === 'batch') {
      return refuseBatch(body);
    }
    const event = readCloudEvent({ body, headers });
    const { type } = nameOf(event);
    const known = this.#validator.typeOf(type);
    if (!known) {
      return {
        summary: type,
        drafts: [],
        notice: `'${type}' is no CDEvent about deployments, incidents or changes`,
      };
    }
    this.#validator.check(event.data, known);
    const payload = checkPayload({
      payload: event.data,
      schema: cdEvent,
      what: 'CDEvent',
    });
    const [subject, predicate] = known.event.split('.');
    const draft = DRAFTS[subject as keyof typeof DRAFTS]({
      event: payload,
      predicate,
    });
    return {
      summary: known.event,
      occurredAt: Date.parse(payload.context.timestamp),
      drafts: draft ? [draft] : [],
      notice: draft ? undefined : `'${known.event}' changes no fact`,
    };
  }
}

/**
 * Id, source and type of the event; its envelope must say the same.
 *
 * @throws InvalidPayloadError when they differ or are missing
 */
function nameOf({ attributes, data }: CloudEvent): {
  id: string;
  source: string;
  type: string;
} {
  const context = contextOf(data);
  const keys = ['id', 'source', 'type'] as const;
  const [id, source, type] = keys.map(key => {
    const inside = context?.[key];
    const outside = attributes?.[key];
    if (typeof inside !== 'string' && outside !== undefined) {
      // no CDEvent: whoever sent it means something else
      return outside;
    }
    if (typeof inside !== 'string') {
      throw InvalidPayloadError.create({
        place: `context.${key}`,
        problem: 'it is missing',
        mend: 'Send a CDEvent, best in a CloudEvent',
      });
    }
    if (outside !== undefined && outside !== inside) {
      throw InvalidPayloadError.create({
        place: `context.${key}`,
        problem: `it is not the '${key}' of the CloudEvent around it`,
        mend: 'Both have to say the same',
      });
    }
    return inside;
  });
  return { id, source, type };
}

function contextOf(data: unknown): Record<string, unknown> | undefined {
  if (typeof data !== 'object' || data === null || !('context' in data)) {
    return undefined;
  }
  const { context } = data;
  return typeof context === 'object' && context !== null
    ? { ...context }
    : undefined;
}

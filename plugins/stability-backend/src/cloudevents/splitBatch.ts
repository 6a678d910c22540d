import { InvalidPayloadError } from '../senders/InvalidPayloadError';
import { parseJson } from '../senders/payload/parseJson';
import { cloudEventMode } from './contentType';

/** One event of a request, with the headers that it needs. */
export interface SingleEvent {
  body: Buffer;
  headers: Record<string, string>;
}

/** Events of one batch: each becomes a row of the inbox. */
const MOST = 1_000;

/**
 * Takes a batch apart, so that each of its events lives by itself. What is no
 * batch, or cannot be taken apart, stays as it came: whoever reads it later
 * says what is wrong.
 */
export function splitBatch(request: SingleEvent): SingleEvent[] {
  if (cloudEventMode(request.headers['content-type']) !== 'batch') {
    return [request];
  }
  const events = parsedArray(request.body);
  if (events === undefined || events.length > MOST) {
    return [request];
  }
  return events.map(event => ({
    body: Buffer.from(JSON.stringify(event ?? null)),
    headers: { 'content-type': 'application/cloudevents+json' },
  }));
}

/**
 * Says what is wrong with a batch that was not taken apart.
 *
 * @throws InvalidPayloadError always
 */
export function refuseBatch(body: Buffer): never {
  const payload = parseJson(body);
  throw InvalidPayloadError.create(
    Array.isArray(payload)
      ? {
          place: 'body',
          problem: `the batch has ${payload.length} events`,
          mend: `Send at most ${MOST} at a time`,
        }
      : {
          place: 'body',
          problem: 'a batch of CloudEvents is a list',
          mend: 'Send [{...}], or take application/cloudevents+json',
        },
  );
}

function parsedArray(body: Buffer): unknown[] | undefined {
  try {
    const payload = parseJson(body);
    return Array.isArray(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

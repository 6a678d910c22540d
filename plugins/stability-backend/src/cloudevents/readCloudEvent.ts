import { z } from 'zod';
import { InvalidPayloadError } from '../senders/InvalidPayloadError';
import { parseJson } from '../senders/payload/parseJson';
import { checkPayload } from '../senders/payload/readPayload';
import type { CloudEvent } from './CloudEvent';
import { cloudEventMode } from './contentType';

const attributes = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: z.string().optional(),
});

const envelope = attributes.extend({
  datacontenttype: z.string().optional(),
  data: z.unknown().optional(),
  data_base64: z.string().optional(),
});

const WHAT = 'CloudEvent 1.0';

/**
 * Reads one CloudEvent: structured, binary (attributes in `ce-` headers), or a
 * bare CDEvent without an envelope.
 *
 * @throws InvalidPayloadError when it is neither
 */
export function readCloudEvent(options: {
  body: Buffer;
  /** Names in lower case. */
  headers: Record<string, string>;
}): CloudEvent {
  const { body, headers } = options;
  const payload = parseJson(body);
  if (cloudEventMode(headers['content-type']) === 'structured') {
    const {
      data,
      data_base64: encoded,
      ...rest
    } = checkPayload({
      payload,
      schema: envelope,
      what: WHAT,
    });
    return {
      attributes: rest,
      data:
        encoded === undefined
          ? data
          : parseJson(Buffer.from(encoded, 'base64')),
    };
  }
  if (headers['ce-specversion'] === undefined) {
    return { attributes: undefined, data: payload };
  }
  return {
    attributes: checkPayload({
      payload: headerAttributes(headers),
      schema: attributes,
      what: `${WHAT} in binary mode: look at its ce- headers`,
    }),
    data: payload,
  };
}

function headerAttributes(headers: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith('ce-'))
      .map(([name, value]) => [name.slice('ce-'.length), decoded(name, value)]),
  );
}

/** Values are percent-encoded by the HTTP binding. */
function decoded(header: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw InvalidPayloadError.create({
      place: header,
      problem: 'its percent-encoding is broken',
      mend: 'Encode the header as the HTTP binding of CloudEvents says',
    });
  }
}

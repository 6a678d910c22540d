import { closed, type JsonSchema, text } from './jsonSchema';
import { LINKS_OF_0_4, LINKS_OF_0_5 } from './linksSchema';

/** Spec versions of CDEvents that differ on the wire. */
export type CdEventsSpec = '0.4' | '0.5';

const place: JsonSchema = {
  type: 'string',
  minLength: 1,
  format: 'uri-reference',
};

/** Something that is named, and whose name may belong to a system. */
const reference = closed({ id: text, source: place }, ['id']);

const incident = {
  description: { type: 'string' },
  environment: reference,
  service: reference,
  artifactId: text,
};

/** `subject.content` of each event that we understand. */
const CONTENTS: Record<string, JsonSchema> = {
  'service.deployed': closed({ environment: reference, artifactId: text }, [
    'environment',
    'artifactId',
  ]),
  'service.upgraded': closed({ environment: reference, artifactId: text }, [
    'environment',
    'artifactId',
  ]),
  'service.rolledback': closed({ environment: reference, artifactId: text }, [
    'environment',
    'artifactId',
  ]),
  'service.removed': closed({ environment: reference }, ['environment']),
  'service.published': closed({ environment: reference }, ['environment']),
  'change.merged': closed({ repository: reference }, []),
  'incident.detected': closed(incident, ['environment']),
  'incident.reported': closed(
    { ...incident, ticketURI: { ...text, format: 'uri' } },
    ['environment', 'ticketURI'],
  ),
  'incident.resolved': closed(incident, ['environment']),
};

/** Names of the events that we understand: `service.deployed`. */
export const CD_EVENTS = Object.keys(CONTENTS);

/**
 * The schema of one event in one version of the specification, made from its
 * tables. 0.4 says `context.version` and `subject.type`, 0.5 says
 * `context.specversion` and has no `subject.type`.
 *
 * @param options.strict - also refuses what the specification does not know;
 * for versions that we know exactly
 */
export function cdEventSchema(options: {
  event: string;
  spec: CdEventsSpec;
  strict: boolean;
}): JsonSchema {
  const { event, spec, strict } = options;
  const isOld = spec === '0.4';
  const links = isOld ? LINKS_OF_0_4 : LINKS_OF_0_5;
  const [subjectType] = event.split('.');
  const schema = closed(
    {
      context: closed(
        {
          [isOld ? 'version' : 'specversion']: text,
          id: text,
          source: place,
          type: text,
          timestamp: { type: 'string', format: 'date-time' },
          schemaUri: { ...text, format: 'uri' },
          // the text of the specification wants a UUID, its schemas do not
          chainId: text,
          links: strict ? links : { type: 'array' },
        },
        [
          isOld ? 'version' : 'specversion',
          'id',
          'source',
          'type',
          'timestamp',
        ],
      ),
      subject: closed(
        {
          id: text,
          source: place,
          ...(isOld ? { type: { const: subjectType } } : {}),
          content: CONTENTS[event],
        },
        isOld ? ['id', 'type', 'content'] : ['id', 'content'],
      ),
      customData: { type: ['object', 'string'] },
      customDataContentType: { type: 'string' },
    },
    ['context', 'subject'],
  );
  return strict ? schema : opened(schema);
}

/** The same, with room for what a later version adds. */
function opened(schema: JsonSchema): JsonSchema {
  const { additionalProperties: _, ...rest } = schema;
  return rest.properties
    ? {
        ...rest,
        properties: Object.fromEntries(
          Object.entries(rest.properties).map(([name, property]) => [
            name,
            opened(property),
          ]),
        ),
      }
    : rest;
}

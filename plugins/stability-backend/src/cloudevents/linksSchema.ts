import { closed, type JsonSchema, text } from './jsonSchema';

/** `context.links`: how an event hangs together with others. */
export const LINKS_OF_0_5 = linksSchema([
  linksOf({ type: 'linkType', kind: 'linkKind', id: 'contextId' }),
]);

/** 0.4.0 wrote the same names in another way than 0.4.1. */
export const LINKS_OF_0_4 = linksSchema([
  linksOf({ type: 'linkType', kind: 'linkKind', id: 'contextId' }),
  linksOf({ type: 'link_type', kind: 'link_kind', id: 'context_id' }),
]);

function linksSchema(kinds: JsonSchema[][]): JsonSchema {
  return { type: 'array', items: { anyOf: kinds.flat() } };
}

/** The three kinds of links: from an event, to an event, and the last one. */
function linksOf(names: {
  type: string;
  kind: string;
  id: string;
}): JsonSchema[] {
  const { type, kind, id } = names;
  const typed = (name: string): Record<string, JsonSchema> => ({
    [type]: { const: name },
    tags: { type: 'object' },
  });
  const event = (required: string[]): JsonSchema => ({
    type: 'object',
    properties: { [id]: text },
    required,
  });
  return [
    closed({ ...typed('PATH'), from: event([id]) }, [type, 'from']),
    closed({ ...typed('END'), from: event([id]) }, [type]),
    closed({ ...typed('RELATION'), [kind]: text, target: event([]) }, [
      type,
      kind,
      'target',
    ]),
  ];
}

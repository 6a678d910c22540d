/** A schema of JSON Schema, as far as openapi.yaml uses it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  oneOf?: Schema[];
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

const NAMES: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** What a schema means in TypeScript; a reference is the name of another type. */
export function schemaType(schema: Schema): string {
  if (schema.$ref) {
    return `Doc.${schema.$ref.split('/').pop()}`;
  }
  if (schema.enum) {
    return schema.enum.map(value => JSON.stringify(value)).join(' | ');
  }
  if (schema.oneOf) {
    return schema.oneOf.map(one => `(${schemaType(one)})`).join(' | ');
  }
  if (Array.isArray(schema.type)) {
    return schema.type.map(type => NAMES[type]).join(' | ');
  }
  switch (schema.type) {
    case 'array':
      return `Array<${schemaType(schema.items ?? {})}>`;
    case 'object':
      return partsOf(schema).join(' & ');
    default:
      return NAMES[schema.type ?? ''] ?? 'unknown';
  }
}

/** What it is made of, and what it adds to that. */
function partsOf(schema: Schema): string[] {
  const parts = (schema.allOf ?? []).map(schemaType);
  return parts.length > 0 && !schema.properties
    ? parts
    : [...parts, objectType(schema)];
}

function objectType(schema: Schema): string {
  const { properties, required = [], additionalProperties } = schema;
  if (!properties && additionalProperties !== false) {
    const values =
      typeof additionalProperties === 'object'
        ? schemaType(additionalProperties)
        : 'unknown';
    return `Record<string, ${values}>`;
  }
  const own = Object.entries(properties ?? {}).map(
    ([name, value]) =>
      `${JSON.stringify(name)}${
        required.includes(name) ? '' : '?'
      }: ${schemaType(value)}`,
  );
  return `{ ${own.join('; ')} }`;
}

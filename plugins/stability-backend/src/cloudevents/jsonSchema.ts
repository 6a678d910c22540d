/** A JSON schema, as ajv takes it. */
export type JsonSchema = Record<string, unknown>;

/** A text that is not empty. */
export const text: JsonSchema = { type: 'string', minLength: 1 };

/** An object that has no other properties. */
export function closed(
  properties: Record<string, JsonSchema>,
  required: string[],
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

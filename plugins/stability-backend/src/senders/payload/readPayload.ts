import type { z } from 'zod';
import { InvalidPayloadError } from '../InvalidPayloadError';
import { parseJson } from './parseJson';

/**
 * Parses a body and holds it against a schema; keys that the schema does not
 * know are left out.
 *
 * @param options.what - names the payload in messages: `GitHub deployment_status`
 * @throws InvalidPayloadError that names the first path that does not fit
 */
export function readPayload<TSchema extends z.ZodType>(options: {
  body: Buffer;
  schema: TSchema;
  what: string;
}): z.output<TSchema> {
  return checkPayload({ ...options, payload: parseJson(options.body) });
}

/** @see readPayload, for a body that is parsed already */
export function checkPayload<TSchema extends z.ZodType>(options: {
  payload: unknown;
  schema: TSchema;
  what: string;
}): z.output<TSchema> {
  const { payload, schema, what } = options;
  const result = schema.safeParse(payload);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  throw InvalidPayloadError.create({
    place: issue.path.map(String).join('.') || 'body',
    problem: issue.message,
    mend: `Expected, as its sender documents it: ${what}`,
  });
}

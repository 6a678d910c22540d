import * as fc from 'fast-check';
import type { OpenApiDocument } from '../openapi/readOpenApi';

/** A request as somebody might send it, by mistake or on purpose. @public */
export interface FuzzedRequest {
  method: 'get' | 'put' | 'post' | 'delete' | 'patch';
  path: string;
  body?: unknown;
}

type Schema = Record<string, unknown>;

/** What a database, a parser or a date may stumble over. */
const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '%',
    "'; drop table x; --",
    'x\u0000y',
    '\ud800',
    '9'.repeat(400),
    '-1',
    '1e999',
    'NaN',
    '2026-02-30',
    '9999-12-31T23:59:59Z',
    '+275760-09-13T00:00:00.001Z',
    '__proto__',
    'constructor',
    'component:default/',
    'a:b:c/d/e',
    'user:default/ada',
  ),
);

/**
 * Requests for every operation of a document: for each parameter and body
 * mostly what is asked for, and sometimes anything.
 *
 * @param options.known - values that exist, by the name of a parameter or of a
 * property, so that requests come further than to the first refusal
 * @public
 */
export function requestArbitrary(options: {
  document: OpenApiDocument;
  known?: Record<string, readonly unknown[]>;
}): fc.Arbitrary<FuzzedRequest> {
  const { document, known = {} } = options;
  const resolve = (schema: Schema = {}): Schema => {
    const { $ref: ref } = schema;
    return typeof ref === 'string' ? resolve(pointed(document, ref)) : schema;
  };
  const valueOf = (
    name: string,
    given: Schema,
    depth = 0,
  ): fc.Arbitrary<unknown> => {
    const schema = resolve(given);
    const fitting: Array<fc.Arbitrary<unknown>> = [
      ...(known[name] ? [fc.constantFrom(...known[name])] : []),
      ...(Array.isArray(schema.enum)
        ? [fc.constantFrom(...(schema.enum as unknown[]))]
        : []),
    ];
    if (schema.type === 'integer' || schema.type === 'number') {
      fitting.push(
        fc.integer({ min: 0, max: 101 }),
        ...(schema.type === 'number' ? [fc.double()] : []),
      );
    } else if (schema.type === 'array' && depth < 5) {
      const item = valueOf(name, schema.items as Schema, depth + 1);
      fitting.push(fc.array(item, { maxLength: 3 }));
    } else if (schema.type === 'object' && schema.properties && depth < 5) {
      const parts = Object.entries(schema.properties as Record<string, Schema>);
      fitting.push(
        fc.record(
          Object.fromEntries(
            parts.map(([key, part]) => [key, valueOf(key, part, depth + 1)]),
          ),
          { requiredKeys: schema.required as string[] | undefined },
        ),
      );
    }
    return fitting.length === 0
      ? HOSTILE
      : fc.oneof(
          { weight: 1, arbitrary: HOSTILE },
          { weight: 9, arbitrary: fc.oneof(...fitting) },
        );
  };
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Schema>).map(([method, operation]) =>
      operationArbitrary({
        path,
        method: method as FuzzedRequest['method'],
        operation,
        resolve,
        valueOf,
      }),
    ),
  );
  return fc.oneof(...operations);
}

function operationArbitrary(options: {
  path: string;
  method: FuzzedRequest['method'];
  operation: Schema;
  resolve(schema: Schema): Schema;
  valueOf(name: string, schema: Schema): fc.Arbitrary<unknown>;
}): fc.Arbitrary<FuzzedRequest> {
  const { path, method, operation, resolve, valueOf } = options;
  const given = (operation.parameters ?? []) as Schema[];
  const parameters = given.map(resolve);
  const of = (place: string, requiredKeys: string[] | undefined) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter(parameter => parameter.in === place)
          .map(({ name, schema }) => [
            String(name),
            valueOf(String(name), schema as Schema),
          ]),
      ),
      requiredKeys && { requiredKeys },
    );
  const content = resolve((operation.requestBody ?? {}) as Schema).content;
  const body = Object.values((content ?? {}) as Record<string, Schema>)[0];
  return fc
    .record({
      places: of('path', undefined),
      query: of('query', []),
      body: body ? valueOf('', body.schema as Schema) : fc.constant(undefined),
    })
    .map(({ places, query, body: sent }) => {
      const search = Object.entries(query)
        .flatMap(([name, value]) =>
          [value].flat().map(one => `${name}=${encoded(one)}`),
        )
        .join('&');
      const filled = path.replace(
        /\{(\w+)\}/g,
        (_, name) => encoded((places as Schema)[name]) || '-',
      );
      return {
        method,
        path: search ? `${filled}?${search}` : filled,
        ...(sent !== undefined && { body: sent }),
      };
    });
}

/** As a client would; a lone half of a pair becomes what browsers make of it. */
function encoded(value: unknown): string {
  const text =
    typeof value === 'object' ? JSON.stringify(value) : String(value);
  return encodeURIComponent(Buffer.from(text).toString());
}

function pointed(document: OpenApiDocument, ref: string): Schema {
  return ref
    .slice(2)
    .split('/')
    .reduce<Schema>(
      (part, key) => part[key] as Schema,
      document as unknown as Schema,
    );
}

import type { IncomingHttpHeaders } from 'node:http';

/** Headers with one value each, names in lower case. */
export function singleHeaders(
  headers: IncomingHttpHeaders,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}

/** Those of the headers that have one of these names. */
export function pickHeaders(
  headers: Record<string, string>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap(name =>
      headers[name] === undefined ? [] : [[name, headers[name]]],
    ),
  );
}

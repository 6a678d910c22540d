import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parse } from 'yaml';

/** @public */
export type OpenApiDocument = Parameters<
  typeof createValidatedOpenApiRouter
>[0];

/**
 * The document of a plugin's HTTP API, `src/schema/openapi.yaml` of its
 * package. The router validates requests by this very file and serves it at
 * `/api/<plugin>/openapi.json`, so that the two cannot differ.
 *
 * @public
 */
export function readOpenApi(options: { packageName: string }): OpenApiDocument {
  const path = resolvePackagePath(
    options.packageName,
    'src/schema/openapi.yaml',
  );
  return parse(readFileSync(path, 'utf8'));
}
